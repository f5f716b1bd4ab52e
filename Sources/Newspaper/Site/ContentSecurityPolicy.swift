import Diagnostics
import FrontMatter

/// What browsers may load for a page, and from where (W3C, Content Security Policy Level 3). What no directive names is
/// refused, and so is everything inline.
public struct ContentSecurityPolicy: Sendable, Hashable {
    public enum Directive: String, Sendable, CaseIterable {
        case `default` = "default-src"
        case script = "script-src"
        case style = "style-src"
        case image = "img-src"
        case font = "font-src"
        case connect = "connect-src"
        case media = "media-src"
        case manifest = "manifest-src"
        case frame = "frame-src"
        case worker = "worker-src"
        case object = "object-src"
        case formAction = "form-action"
        case baseURI = "base-uri"
        case frameAncestors = "frame-ancestors"
        case reportURI = "report-uri"
        case reportTo = "report-to"
    }

    private var sources: [Directive: [String]]

    /// What a theme without inline scripts and styles needs. Pictures may come from any host, for a text may name one
    /// that does, and a picture does nothing. Frames may come from the services whose players stet knows: there is none on a
    /// page before its reader asks for it.
    public static let strict = ContentSecurityPolicy(sources: [
        .default: ["'none'"], .script: ["'self'"], .style: ["'self'"], .image: ["'self'", "https:"],
        .font: ["'self'"], .connect: ["'self'"], .media: ["'self'"], .manifest: ["'self'"],
        .frame: EmbeddedPlayer.origins, .formAction: ["'self'"], .baseURI: ["'none'"], .frameAncestors: ["'none'"],
    ])

    /// Allows another source. What allowed nothing allows this one.
    public mutating func allow(_ source: String, for directive: Directive) {
        let others = sources[directive, default: []].filter { $0 != "'none'" && $0 != source }
        sources[directive] = others + [source]
    }

    /// As a header's value.
    public var header: String {
        let directives = Directive.allCases.compactMap { directive in
            sources[directive].map { "\(directive.rawValue) \($0.joined(separator: " "))" }
        }
        return directives.joined(separator: "; ")
    }
}

extension ContentSecurityPolicy {
    /// `csp:` in site.yml: what is allowed beside what is strict; nil for `false`.
    init?(_ field: Fields.Field?, with decoder: inout FieldDecoder) {
        self = .strict
        guard let field else { return }
        if case .scalar = field.node.value {
            if decoder.flag(field) == false { return nil }
            return
        }
        guard let map = decoder.map(field) else { return }
        let allowed = decoder.nested(map, of: field.name) { decoder, map in
            warnOfUnknown(map, known: Set(Directive.allCases.map(\.rawValue)), in: &decoder)
            return map.all.flatMap { field -> [(Directive, String)] in
                guard let directive = Directive(rawValue: field.name) else { return [] }
                return policySources(field, with: &decoder).map { (directive, $0) }
            }
        }
        for (directive, source) in allowed { allow(source, for: directive) }
    }
}

/// Sources as a policy has them: nothing that would end the directive or the header.
private func policySources(_ field: Fields.Field, with decoder: inout FieldDecoder) -> [String] {
    decoder.placedTexts(field).flatMap { text, place -> [String] in
        let sources = text.split(separator: " ").map(String.init)
        guard sources.allSatisfy({ $0.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3B && $0 != 0x2C } })
        else {
            decoder.note(
                .error(
                    "\(decoder.name(field)): \(quoted(text)) is not a source", at: place,
                    hint: "Write a host such as https://video.example, or a keyword such as 'self'."))
            return []
        }
        return sources
    }
}
