import Markup
import Newspaper

extension Syndication {
    /// What a browser shows of a feed: what it is, then its headlines.
    ///
    /// It is CSS, for browsers are giving up XSLT. The words are the site's own, as CSS strings.
    func feedStylesheetFile() -> HTML {
        let words = site.words
        return """
            /* How a browser shows a feed that somebody has opened in it. */
            @namespace atom url("http://www.w3.org/2005/Atom");
            @namespace content url("http://purl.org/rss/1.0/modules/content/");
            @namespace dc url("http://purl.org/dc/elements/1.1/");
            @namespace media url("http://search.yahoo.com/mrss/");

            :root {
              color-scheme: light dark;
              display: block;
              max-width: 42rem;
              margin: 0 auto;
              padding: 2rem 1rem;
              font: 1.0625rem/1.5 Georgia, serif;
            }
            :root::before {
              display: block;
              margin-bottom: 2rem;
              padding: 1rem;
              border: 1px solid;
              font: 1rem/1.5 system-ui, sans-serif;
              white-space: pre-line;
              content: \(css(words[.feedTitle] + "\n" + words[.feedText]));
            }
            channel, item, title, description, pubDate, dc|creator,
            atom|entry, atom|title, atom|subtitle, atom|summary, atom|published, atom|author { display: block }
            channel > title, atom|feed > atom|title { font-size: 2rem; font-weight: bold; line-height: 1.2 }
            item, atom|entry { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid }
            item > title, atom|entry > atom|title { font-size: 1.25rem; font-weight: bold; line-height: 1.25 }
            item > link { display: block; overflow-wrap: anywhere; font-size: 0.875rem }
            pubDate, dc|creator, atom|published, atom|author { font-size: 0.875rem }
            channel > link, language, copyright, lastBuildDate, generator, image, guid, category, content|encoded,
            media|content, atom|link, atom|id, atom|updated, atom|feed > atom|author, atom|uri, atom|rights, atom|logo,
            atom|generator, atom|category, atom|content { display: none }

            """
    }

    /// A CSS string: whatever could end it, or the stylesheet, stands as its number.
    private func css(_ text: String) -> HTML {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\", "<", ">", "&", "'", "\u{0}"..<" ", "\u{7F}":
                result += "\\\(String(scalar.value, radix: 16)) "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return HTML(trusted: Array((result + "\"").utf8))
    }
}
