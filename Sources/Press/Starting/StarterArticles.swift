/// The articles of a new newspaper, each about something that one needs to know to write the next.
extension StarterSite {
    var writing: String {
        """
        ---
        headline: How to write an article
        deck: A file is a story, its folder is the section, and the lines at its top say the rest.
        date: \(day)
        authors: [editor]
        topics: [How it works]
        priority: 1
        ---
        This story lies in `Content/city/how-to-write-an-article.md`, and so it is found in the section City, at
        `/city/how-to-write-an-article/`. Change this sentence, build the paper again, and the page has changed.

        ## The lines at the top

        Between the two lines of hyphens stand the facts: the headline, the deck below it, the date, who wrote it and
        what it is about. Only the headline is needed. An article with `draft: true` is not published.

        ## A new one

        `stet new article "The bridge is open" --section city` writes the file for you, as a draft. Then write the text
        below the second line of hyphens, take out `draft: true`, and build.

        """
    }

    var captions: String {
        """
        ---
        headline: How a picture gets its caption
        deck: One line puts a picture into a story, with what it shows, who it shows and whose it is.
        date: \(day)
        authors: [editor]
        topics: [How it works, Pictures]
        image:
          src: /images/press.svg
          alt: A hand press with a sheet of paper on its bed
          caption: A press, drawn in a few lines.
          credit: Staff drawing
        ---
        The picture above stands in the facts of this article, as `image:`. One in the text is a line by itself:

        ```
        ![What somebody who cannot see it should know](press.jpg "What is to be seen. (Name/Agency)")
        ```

        The words in the brackets are read aloud to those who cannot see the picture. The words in quotation marks are
        its caption, and the parenthesis at their end is the credit. The picture's file may lie beside the article, or
        anywhere in `Content`: then write its path from there, such as `/images/press.svg`.

        """
    }

    var additions: String {
        """
        ---
        headline: What a text can have in it
        deck: Headings, links, quotations, boxes, tables and notes.
        date: \(day)
        authors: [editor]
        topics: [How it works]
        ---
        Texts are written in Markdown: an empty line between paragraphs, `*emphasis*` for *emphasis*, `## Heading` for a
        heading. A link to another story names its file, as [this one](../city/how-to-write-an-article.md) does.

        :::pullquote{cite="Whoever said it"}
        A sentence that is worth lifting out of the text.
        :::

        :::aside{title="A box"}
        What the reader may want to know beside the story.
        :::

        A table has a line of hyphens under its first row, and a note has its number in the text.[^1]

        | What | How it is written |
        |---|---|
        | A box | `:::aside{title="…"}` and `:::` after it |
        | A note | `[^1]` in the text, `[^1]: …` at its end |

        [^1]: And its words at the end.

        """
    }

    var publishing: String {
        """
        ---
        headline: How to publish the paper
        deck: What is built is a folder of files, and any web server can show it.
        date: \(day)
        authors: [editor]
        topics: [How it works]
        ---
        `stet build` makes the folder `Output`. Copy it to a web server, and the paper is published. Build it again when
        something has changed: only what is different is written.

        Before the first time, write the paper's name and its address into `Content/site.yml`. `stet check` then says
        what else should be looked after: links that lead nowhere, pictures without a credit, headlines that are too
        long.

        These four stories are yours to throw away.

        """
    }

    /// A hand press: bed, posts, crossbar, screw, platen, and a sheet with lines of type.
    var press: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540" width="960" height="540">
          <rect width="960" height="540" fill="#f4f0e6"/>
          <g fill="#2b2b2b">
            <rect x="250" y="80" width="40" height="380"/>
            <rect x="670" y="80" width="40" height="380"/>
            <rect x="220" y="70" width="520" height="46"/>
            <rect x="462" y="116" width="36" height="120"/>
            <rect x="340" y="236" width="280" height="34"/>
            <rect x="200" y="360" width="560" height="30"/>
            <rect x="230" y="460" width="80" height="24"/>
            <rect x="650" y="460" width="80" height="24"/>
          </g>
          <path d="M498 176 L800 146" stroke="#1d4f8c" stroke-width="16" stroke-linecap="round"/>
          <g stroke="#2b2b2b" stroke-width="4">
            <path d="M380 356 L420 306 H600 L640 356 Z" fill="#ffffff"/>
            <path d="M430 320 H590 M420 332 H600 M410 344 H610"/>
          </g>
        </svg>

        """
    }
}
