import Markup
import Diagnostics
extension Rendering {
    mutating func drawTables() {}
    mutating func strikeThrough(_ parent: Node) {}
    mutating func drawNotes() {}
    mutating func drawDirectives() {}
    mutating func markDateline() {}
    mutating func addReference(to label: String, _ placeholder: Placeholder, before node: Node) {}
    mutating func addNote(_ label: String, _ placeholder: Placeholder, _ item: Node) {}
    func noteItem(of node: Node) -> Node? { nil }
}
struct Notes {}
enum DirectiveName { static let list = ":::pullquote, :::aside and ::embed" }
extension Preparation {
    func directiveLine(at start: Int) -> Placeholder? { nil }
    func noteDefinition(at start: Int) -> Placeholder? { nil }
    func noteReference(at start: Int) -> Placeholder? { nil }
}
