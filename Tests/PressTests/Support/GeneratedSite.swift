import Foundation

/// A little site that changes at random, in all the ways in which newspapers do.
struct GeneratedSite {
    private(set) var files: [String: Data] = [:]
    /// Hours since the first of November 2026.
    private(set) var hours = 0
    private var random: Seeded
    private var count = 0

    init(seed: UInt64) {
        random = Seeded(seed)
        settings()
        author("mara")
        for number in 0..<3 { picture(number) }
    }

    var now: String {
        "2026-11-\(two(1 + hours / 24 % 30))T\(two(hours % 24)):00:00Z"
    }

    /// Does one random thing, and says what.
    @discardableResult
    mutating func change() -> String {
        let name = articles.randomElement(using: &random)
        switch (Int.random(in: 0..<20, using: &random), name) {
        case (0, _):
            settings()
            return "changed site.yml"
        case (1, _):
            let name = ["mara", "hanne"].randomElement(using: &random) ?? "mara"
            author(name)
            return "changed the author \(name)"
        case (2, _):
            let number = Int.random(in: 0..<4, using: &random)
            picture(number)
            if self.number(2) == 0 {
                files["Content/pictures/\(number).yml"] = Data(
                    "src: /images/\(number).png\ncredit: Writer \(self.number(2))\nfocus: \(self.number(3) * 40)% 0%\n"
                        .utf8)
            }
            return "changed picture \(number)"
        case (3, _):
            let number = Int.random(in: 0..<4, using: &random)
            files["Content/images/\(number).png"] = nil
            files["Content/pictures/\(number).yml"] = nil
            return "removed picture \(number)"
        case (4...5, _):
            hours += Int.random(in: 1...30, using: &random)
            return "it is \(now)"
        case (6...7, let name?):
            files[name] = nil
            return "removed \(name)"
        case (8...9, let name?):
            let place = newPlace()
            files[place] = files.removeValue(forKey: name)
            return "moved \(name) to \(place)"
        case (10...13, let name?):
            files[name] = article(name)
            return "changed \(name)"
        case (14, _):
            files["Content/war/_index.md"] = Data("---\nname: War \(number(3))\norder: \(number(3))\n---\n".utf8)
            return "described a section"
        default:
            let name = newPlace()
            files[name] = article(name)
            return "added \(name)"
        }
    }

    /// The same, but every other time it is only another text that an article gets.
    mutating func changeOften(_ random: inout Seeded) -> String {
        guard Bool.random(using: &random), let name = articles.randomElement(using: &random),
            let article = files[name]
        else { return change() }
        let texts = [
            "Once more, \(number(1000)).\n", "![Alt](/images/\(number(4)).png)\n",
            "See [the other](/war/story-\(number(count + 1)).md).\n", "<b>Bold</b>\n",
        ]
        files[name] = article + Data("\n\(texts[number(texts.count)])".utf8)
        return "another text for \(name)"
    }

    private var articles: [String] {
        files.keys.filter { $0.hasSuffix(".md") && !$0.contains("/authors/") && !$0.contains("_index") }.sorted()
    }

    private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    private mutating func settings() {
        let lines = [
            "name: The Gazette \(number(2))", "pageSize: \(number(2) + 3)",
            "sections: \(number(2) == 0 ? "[war, arts]" : "[arts, war]")",
            ["url: https://gazette.example/paper", "url: https://gazette.example", ""][number(3)],
            number(3) == 0 ? "timezone: Asia/Tokyo" : "",
            ["feeds: {items: 3, fullText: [site, topics], authors: [atom, json]}", "feeds: none", "", ""][number(4)],
            number(3) == 0 ? "accent: \"#12345\(number(3))\"" : "",
            number(2) == 0 ? "host: \(["netlify", "cloudflare"][number(2)])" : "",
        ]
        files["Content/site.yml"] = Data((lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n").utf8)
    }

    private mutating func author(_ key: String) {
        let picture = number(2) == 0 ? "image: /images/0.png\n" : ""
        files["Content/authors/\(key).md"] = Data(
            "---\nname: \(key) \(number(2))\nrole: Writer \(number(2))\n\(picture)---\nWrites, \(number(9)).\n".utf8)
    }

    private mutating func picture(_ number: Int) {
        // Some are larger than the narrowest size that a theme may ask for, and some only look it.
        let least = self.number(2) == 0 ? 1 : 20
        files["Content/images/\(number).png"] = png(
            UInt8(self.number(3) * 7 + least), UInt8(self.number(3) * 7 + least), shade: UInt8(self.number(256)))
    }

    private mutating func newPlace() -> String {
        let folder = ["war", "war/peace", "arts", "pages", "news/2026/11"].randomElement(using: &random) ?? "war"
        count += 1
        return "Content/\(folder)/story-\(count - 1).md"
    }

    private mutating func article(_ name: String) -> Data {
        var lines = ["headline: Story \(number(1000))"]
        func maybe(_ line: String, _ chances: Int = 2) { if number(chances) == 0 { lines.append(line) } }
        maybe("date: 2026-\(two(8 + number(4)))-\(two(1 + number(28))) 06:00")
        maybe(
            "topics: [\(["Peace", "peace", "Law", "Sea"].shuffled(using: &random).prefix(2).joined(separator: ", "))]")
        maybe("author: \(["mara", "Hanne Vik", "MARA 1", "hanne"].randomElement(using: &random) ?? "mara")")
        maybe("series: Parts")
        maybe("priority: \(number(4))", 4)
        maybe("embargo: 2026-11-\(two(1 + number(28)))", 4)
        maybe("expires: 2026-11-\(two(1 + number(28)))", 6)
        maybe("draft: true", 6)
        maybe("image: {src: /images/\(number(4)).png, alt: A picture, caption: Seen. (Mara/AP)}", 3)
        maybe("access: \(["members", "metered"].randomElement(using: &random) ?? "")", 6)
        maybe("corrections: It was \(number(9)).", 6)
        maybe("athors: mara", 9)
        maybe("id: story-\(number(9))", 8)
        maybe("lang: ar", 9)
        maybe("translations: {fr: /fr/\(number(9))/}", 9)
        let slug = name.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
        maybe("aliases: /old/\(slug)/", 3)
        var text = "Text \(number(1000)).\n"
        if number(3) == 0 { text += "\n![Alt](/images/\(number(4)).png \"Caption\")\n" }
        if number(3) == 0 { text += "\nSee [the other](/war/story-\(number(count + 1)).md).\n" }
        if number(5) == 0 { text += "\n<b>Bold</b>\n" }
        return Data("---\n\(lines.joined(separator: "\n"))\n---\n\(text)".utf8)
    }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
