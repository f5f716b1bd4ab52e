#if os(Linux)
    /// The sites of the fault tests.
    enum Gazettes {
        /// Feeds have summaries alone, so that the text of one story is on one page.
        private static let settings = [
            "site.yml": "name: The Gazette\nurl: https://gazette.example\nfeeds: {fullText: none}\n"
        ]

        /// For a host, with everything that it is given beside the pages.
        private static let hosted = settings.mapValues { $0 + "host: netlify\ncompress: true\n" }

        /// A few stories, and yet everything that a newspaper has. In the new edition one story is new, one changed, one
        /// gone and one renamed, a picture is another, and a file and a folder of Output change places.
        static let little = Result {
            try FaultSite(old: hosted.merging(old) { $1 }, new: hosted.merging(new) { $1 })
        }

        /// The new edition of the same, without an old one.
        static let littleAndCold = Result { try FaultSite(new: settings.merging(new) { $1 }) }

        /// A year's stories, of which a third have changed, come or gone.
        static let large = Result { try FaultSite(old: stories(isNew: false), new: stories(isNew: true)) }

        /// The same without an old edition.
        static let largeAndCold = Result { try FaultSite(new: stories(isNew: true)) }

        private static func stories(isNew: Bool) -> [String: String] {
            var files = settings
            files["Content/" + plainStory] = story("An opera")
            for number in 0..<120 {
                // One in six is changed, one has gone and one has come.
                switch (number % 6, isNew) {
                case (0, false), (1, true): continue
                default:
                    let headline = "Story \(number)" + (number % 6 == 2 && isNew ? ", changed" : "")
                    files["Content/war/\(number).md"] = story(headline)
                }
            }
            return files
        }

        private static let common = [
            "Content/authors/mara.md": "---\nname: Mara Lindqvist\nrole: Reporter\n---\nWrites.\n",
            "Content/pages/about.md": "# About us\n\nWe print.\n",
        ]

        private static let old = common.merging([
            "Content/images/flag.svg": "the old picture",
            "Content/war/a.md": story("Talks", "aliases: /old/talks/\nimage: {src: /images/flag.svg, alt: A flag}\n"),
            "Content/war/b.md": story("A bridge"), "Content/arts/c.md": story("A play"),
            "Content/arts/d.md": story("A file", "permalink: /d.html\n"),
            "Content/arts/e.md": story("A folder", "permalink: /e.html/inside/\n"),
        ]) { $1 }

        private static let new = common.merging([
            "Content/images/flag.svg": "the new picture",
            "Content/war/a.md": story(
                "Talks fail", "aliases: /old/talks/\nimage: {src: /images/flag.svg, alt: A flag}\n"),
            "Content/war/bridge.md": story("A bridge"), "Content/arts/f.md": story("An opera"),
            "Content/arts/d.md": story("A file", "permalink: /d.html/inside/\n"),
            "Content/arts/e.md": story("A folder", "permalink: /e.html\n"),
        ]) { $1 }

        /// An edition in which nothing but a text is another.
        static let corrected = Result {
            try FaultSite(
                old: settings.merging(new) { $1 },
                new: settings.merging(new) { $1 }.merging([
                    "Content/" + plainStory: story("An opera") + "\nA correction.\n"
                ]) { $1 })
        }

        /// One whose text no other page shows.
        static let plainStory = "arts/f.md"
        static let plainStoryPage = "arts/f/index.html"

        private static func story(_ headline: String, _ fields: String = "") -> String {
            "---\nheadline: \(headline)\ndate: 2026-11-01\ntopics: [Peace]\nsummary: In short.\nauthors: [mara]\n\(fields)---\nText.\n"
        }
    }
#endif
