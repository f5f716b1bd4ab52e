import Diagnostics
import FrontMatter

/// Where `stet deploy` sends Output, and with which program.
public struct Deployment: Sendable, Hashable {
    /// A program that copies a folder to another machine and skips what is there already.
    public enum Tool: String, Sendable, CaseIterable {
        /// Over SSH, or to a folder that is mounted.
        case rsync
        /// To object stores, and whatever else it has a remote for.
        case rclone
    }

    public var tool: Tool
    /// As the tool wants it: `deploy@news.example:/srv/gazette`, `store:gazette`.
    public var target: String

    /// - Returns: nil for a target that the tool would take as an option.
    public init?(_ tool: Tool, to target: String) {
        guard !target.isEmpty, !target.hasPrefix("-") else { return nil }
        self.tool = tool
        self.target = target
    }
}

extension Deployment {
    /// `deploy:` in site.yml: a target for rsync, or a map of `to` and `with`.
    init?(_ field: Fields.Field?, with decoder: inout FieldDecoder) {
        guard let field else { return nil }
        var tool = Tool.rsync
        var target: Fields.Field? = field
        if case .scalar = field.node.value {
        } else {
            guard let map = decoder.map(field) else { return nil }
            (tool, target) = decoder.nested(map, of: field.name) { decoder, map in
                warnOfUnknown(map, known: ["to", "with"], in: &decoder)
                return (decoder.choice(map["with"]) ?? .rsync, map["to"])
            }
        }
        let text = decoder.text(target)
        guard let text, let deployment = Deployment(tool, to: text) else {
            decoder.note(
                .error(
                    "\(field.name): it does not say where to send the site", at: target?.node.place ?? field.node.place,
                    hint: "Write it as to: deploy@news.example:/srv/gazette."))
            return nil
        }
        self = deployment
    }
}
