import FrontMatter

/// The files of a new newspaper.
struct StarterSite {
    let name: String
    /// The date of its articles.
    let day: String

    struct File {
        var path: String
        var text: String
    }

    var files: [File] {
        [
            File(path: ".gitignore", text: "Output/\n.stet/\n"),
            File(path: "Content/site.yml", text: settings),
            File(path: "Content/authors/editor.md", text: editor),
            File(path: "Content/city/_index.md", text: city),
            File(path: "Content/city/how-to-write-an-article.md", text: writing),
            File(path: "Content/city/how-a-picture-gets-its-caption.md", text: captions),
            File(path: "Content/culture/_index.md", text: culture),
            File(path: "Content/culture/what-a-text-can-have-in-it.md", text: additions),
            File(path: "Content/culture/how-to-publish-the-paper.md", text: publishing),
            File(path: "Content/images/press.svg", text: press),
            File(path: "Content/pages/about.md", text: about),
        ]
    }

    private var settings: String {
        """
        # The settings of the whole paper. Only name and url are needed; what begins with # is not set.

        name: \(FieldWriter().yaml(name))
        url: https://news.example        # where it is published; write your own address before you deploy it
        # tagline: News of this street      # the line under the name
        # description: A paper about…      # what search engines are told of it
        language: en                     # the language of the paper; lang: in an article says another
        timezone: UTC                    # dates are read and shown in this zone, such as Europe/London

        sections: [city, culture]        # their order in the menu and on the front page; each is a folder

        # How it looks.
        theme: Broadsheet
        accent: "#1d4f8c"                # the one colour: links, kickers, rules
        # fonts: {headline: Georgia, body: Georgia, interface: Helvetica}
        # nameplate: /images/name.svg      # a picture in the place of the printed name
        # stylesheet: /own.css             # a stylesheet of your own, after the theme's
        pageSize: 20                     # headlines on one page of a list

        # Links beside the sections, at the foot of every page, and to where else the paper can be followed.
        menu:
          - {name: About, url: /about/}
        footer:
          - {name: About, url: /about/}
          - {name: Archive, url: /archive/}
        # social:
        #   - {name: Mastodon, url: "https://social.example/@paper"}
        # copyright: © The paper           # the line under the footer

        # Who may read what: free, metered (a few a month, then an invitation) or members. An article may say another.
        access: free
        # meter: {views: 3, period: month, register: /register/, signin: /signin/}

        html: omit                       # raw HTML in articles is left out; allow trusts it

        # What search engines and feed readers are told. Whole texts in all feeds but those of topics and authors.
        # logo: {picture: /images/logo.png, width: 600, height: 60}
        # policies: {ethics: /about/, corrections: /about/}
        # feeds: {site: [rss, atom, json], sections: [rss], topics: [rss], authors: [rss], fullText: [site, sections], items: 20}

        # For the host: docs/deploying.md has more.
        # host: netlify                  # writes _headers and _redirects (or: cloudflare)
        # compress: true                 # puts .gz and .br beside text files, for nginx and Caddy
        # deploy: deploy@gazette.example:/srv/gazette

        # words: {topics: Subjects}        # other words for those that the theme says

        """
    }

    private var editor: String {
        """
        ---
        name: The Editor
        role: Everything, so far
        ---
        A few lines about the author. Articles name this file by its name, `authors: [editor]`.

        """
    }

    private var city: String {
        """
        ---
        name: City
        description: What happens here.
        order: 1
        ---

        """
    }

    private var culture: String {
        """
        ---
        name: Culture
        description: What is read, played and shown.
        order: 2
        ---

        """
    }

    private var about: String {
        """
        ---
        headline: About this paper
        ---
        Say here who makes the paper, for whom, and how to reach you. A page in `Content/pages` stands by itself: it is
        in no section and has no date.

        """
    }
}
