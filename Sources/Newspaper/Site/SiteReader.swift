import Diagnostics
import FrontMatter
import Foundation
import Markdown
import Markup

extension Site {
    /// Reads Content/site.yml. What is wrong with it stands in the diagnostics, whose path is still to be set.
    public static func read(_ file: [UInt8]) -> (site: Site, diagnostics: [Diagnostic]) {
        let document = Document(parsingYAML: file)
        var decoder = FieldDecoder(document.fields)
        let site = Site(decoding: document.fields, with: &decoder)
        return (site, document.diagnostics + decoder.diagnostics)
    }

    private static let names: Set<String> = [
        "name", "tagline", "description", "url", "language", "timezone", "theme", "nameplate", "accent", "fonts",
        "stylesheet", "menu", "footer", "social", "copyright", "sections", "meter", "access", "html", "pageSize",
        "words", "distinctTopics", "logo", "feeds", "policies", "deploy", "host", "csp", "compress", "pictures",
    ]

    private init(decoding fields: Fields, with decoder: inout FieldDecoder) {
        warnOfUnknown(fields, known: Site.names, in: &decoder)
        if let name = decoder.text(fields["name"]) { self.name = name }
        tagline = decoder.text(fields["tagline"])
        description = decoder.text(fields["description"])
        copyright = decoder.text(fields["copyright"])
        theme = decoder.text(fields["theme"])
        themePlace = fields["theme"]?.node.place ?? .none
        if let field = fields["url"], let url = decoder.text(field) { setURL(url, field, in: &decoder) }
        readLanguageAndZone(fields, with: &decoder)
        readLook(fields, with: &decoder)
        menu = links(fields["menu"], with: &decoder)
        footer = links(fields["footer"], with: &decoder)
        social = links(fields["social"], with: &decoder)
        sectionOrder = decoder.texts(fields["sections"])
        if let access: Access = decoder.choice(fields["access"]) { self.access = access }
        if let html: BodyOptions.RawHTML = decoder.choice(fields["html"]) { rawHTML = html }
        if let size = decoder.integer(fields["pageSize"], in: 1...1000) { pageSize = size }
        if let field = fields["feeds"] { feeds = FeedSettings(decoding: field, with: &decoder) }
        readPolicies(fields["policies"], with: &decoder)
        distinctTopics = Set(decoder.texts(fields["distinctTopics"]).map(folded))
        readMeter(fields["meter"], with: &decoder)
        readWords(fields["words"], with: &decoder)
        pictures = PictureSettings(fields["pictures"], with: &decoder)
        deployment = Deployment(fields["deploy"], with: &decoder)
        hosting = Hosting(fields, with: &decoder)
    }

    /// Sets where the site is published. False if `url` is no address of a web site.
    public mutating func setURL(_ url: String) -> Bool {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(), let host = parts.host,
            ["http", "https"].contains(scheme), !host.isEmpty, parts.query == nil, parts.fragment == nil
        else { return false }
        origin = "\(scheme)://\(parts.percentEncodedHost ?? host)" + (parts.port.map { ":\($0)" } ?? "")
        let path = parts.percentEncodedPath.split(separator: "/").joined(separator: "/")
        base = path.isEmpty ? "" : "/" + path
        return true
    }

    private mutating func setURL(_ url: String, _ field: Fields.Field, in decoder: inout FieldDecoder) {
        if !setURL(url) {
            decoder.note(
                .error(
                    "url: \(quoted(url)) is not the address of a site", at: field.node.place,
                    hint: "Write it as https://news.example or https://news.example/paper."))
        }
    }

    private mutating func readLanguageAndZone(_ fields: Fields, with decoder: inout FieldDecoder) {
        if let field = fields["language"], let language = decoder.text(field) {
            if isLanguageTag(language) {
                self.language = language
            } else {
                decoder.note(.languageTag(language, at: field.node.place, name: "language"))
            }
        }
        if let field = fields["timezone"], let name = decoder.text(field) {
            if let zone = Zone(named: name) {
                self.zone = zone
            } else {
                decoder.note(
                    .error(
                        "timezone: there is no zone \(quoted(name))", at: field.node.place,
                        hint: "Write its name in the IANA database, such as Europe/London."))
            }
        }
    }

    private mutating func readLook(_ fields: Fields, with decoder: inout FieldDecoder) {
        look.accent = styleValue(fields["accent"], with: &decoder)
        look.stylesheet = decoder.address(fields["stylesheet"]).map(address(written:))
        if let fonts = decoder.map(fields["fonts"]) {
            let (headline, body, interface) = decoder.nested(fonts, of: "fonts") { decoder, fonts in
                warnOfUnknown(fonts, known: ["headline", "body", "interface"], in: &decoder)
                return (
                    styleValue(fonts["headline"], with: &decoder), styleValue(fonts["body"], with: &decoder),
                    styleValue(fonts["interface"], with: &decoder)
                )
            }
            look.headlineFont = headline
            look.bodyFont = body
            look.interfaceFont = interface
        }
        nameplate = picture(fields["nameplate"], with: &decoder)
        logo = picture(fields["logo"], with: &decoder) ?? nameplate
    }

    /// A picture: its address, or a map that tells its size.
    private func picture(_ field: Fields.Field?, with decoder: inout FieldDecoder) -> Picture? {
        guard let field else { return nil }
        if case .scalar = field.node.value {
            return decoder.address(field).map { Picture(address: address(written: $0), alternative: name) }
        }
        guard let map = decoder.map(field) else { return nil }
        return decoder.nested(map, of: field.name) { decoder, map in
            decoder.address(map["picture"]).map { source in
                Picture(
                    address: address(written: source), width: decoder.integer(map["width"], in: 1...10_000),
                    height: decoder.integer(map["height"], in: 1...10_000),
                    alternative: decoder.text(map["alt"]) ?? name)
            }
        }
    }

    private func links(_ field: Fields.Field?, with decoder: inout FieldDecoder) -> [Link] {
        guard let field else { return [] }
        return decoder.maps(field).compactMap { fields, place in
            decoder.nested(fields, of: field.name) { decoder, fields in
                guard let name = decoder.text(fields["name"]), let url = fields["url"] else {
                    decoder.note(
                        .error("\(field.name): a link needs a name and a url", at: place, hint: "Write both."))
                    return nil
                }
                return decoder.address(url).map { Link(name, address(written: $0)) }
            }
        }
    }

    private mutating func readMeter(_ field: Fields.Field?, with decoder: inout FieldDecoder) {
        guard let fields = decoder.map(field) else { return }
        meter = decoder.nested(fields, of: "meter") { decoder, fields in
            warnOfUnknown(fields, known: ["views", "period", "register", "signin"], in: &decoder)
            return Meter(
                views: decoder.integer(fields["views"], in: 0...1000) ?? 3,
                period: decoder.choice(fields["period"]) ?? .month,
                register: address(written: decoder.address(fields["register"]) ?? Address(trusted: "/register/")),
                signin: address(written: decoder.address(fields["signin"]) ?? Address(trusted: "/signin/")))
        }
    }

    private mutating func readWords(_ field: Fields.Field?, with decoder: inout FieldDecoder) {
        guard let fields = decoder.map(field) else { return }
        for field in fields.all {
            if field.name == "months" {
                let months = decoder.texts(field)
                if !words.replaceMonths(with: months) {
                    decoder.note(
                        .error(
                            "words.months must be twelve names, not \(months.count)", at: field.node.place,
                            hint: "Write the names of all months, January first."))
                }
            } else if let word = Word(rawValue: field.name) {
                if let text = decoder.text(field) { words.replace(word, with: text) }
            } else {
                let near = nearMiss(field.name, among: Word.allCases.map(\.rawValue))
                decoder.note(
                    .warning(
                        "words: there is no word named \(quoted(field.name))", at: field.place,
                        hint: near.map { "Is \($0) meant?" } ?? ""))
            }
        }
    }
}

/// A value that goes into a stylesheet as it is, so nothing that could end its declaration may be in it.
private func styleValue(_ field: Fields.Field?, with decoder: inout FieldDecoder) -> String? {
    guard let field, let text = decoder.text(field) else { return nil }
    let allowed = text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || " ,.#%()-'\"_".unicodeScalars.contains(scalar)
    }
    guard allowed, !text.lowercased().contains("url(") else {
        decoder.note(
            .error(
                "\(field.name): \(quoted(text)) cannot stand in a stylesheet", at: field.node.place,
                hint: "Write a colour such as #8a1c1c, or a list of font families."))
        return nil
    }
    return text
}

/// Warns of each name that is not known, and of what it is probably meant to be.
func warnOfUnknown(_ fields: Fields, known: Set<String>, in decoder: inout FieldDecoder) {
    for field in fields.all where !known.contains(field.name) {
        let near = nearMiss(field.name, among: known)
        decoder.note(
            .warning(
                "there is no setting \(quoted(decoder.name(field)))", at: field.place,
                hint: near.map { "Is \($0) meant?" } ?? "It is one of: \(known.sorted().joined(separator: ", "))."))
    }
}

/// Whether `tag` has the form of a language tag: letters, digits and hyphens (BCP 47).
func isLanguageTag(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isASCIIAlphanumeric) }
        && (2...8).contains(parts[0].utf8.count)
}

private func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
}

extension Diagnostic {
    static func languageTag(_ tag: String, at place: Place, name: String) -> Diagnostic {
        .error(
            "\(name): \(quoted(tag)) is not a language tag", at: place,
            hint: "Write one such as en, en-GB, ar or zh-Hant.")
    }
}
