import Diagnostics
import FrontMatter
import Markup
import Newspaper

extension ReadSite {
    /// Links and pictures of site.yml that lead nowhere.
    func settingsFindings(_ destinations: Destinations) -> [Diagnostic] {
        settingsAddresses.compactMap { name, address, place in
            guard destinations.target(of: address, on: .front) == .nothing else { return nil }
            return .warning(
                "\(name): there is nothing at \(address.shortened)", at: place, path: folder.settings ?? "",
                hint: "Correct the address, or put there what it names.")
        }
    }

    /// Every address that site.yml has, as pages have it, with the setting's name.
    var settingsAddresses: [(name: String, address: String, place: Place)] {
        guard let file = folder.settings, let bytes = try? FileSystem.read(folder.path + "/" + file) else { return [] }
        let fields = Document(parsingYAML: bytes).fields
        let names = ["menu", "footer", "social", "meter", "nameplate", "logo", "stylesheet", "policies"]
        return names.flatMap { name in
            (fields[name]?.node.addresses ?? []).compactMap { text, place in
                Address(text).map { (name, site.address(written: $0).text, place) }
            }
        }
    }
}

extension Node {
    private static let addressFields = Set(["url", "register", "signin", "picture"] + Policy.allCases.map(\.rawValue))

    /// The addresses in a setting: the text that it is, or those of its fields that hold one.
    fileprivate var addresses: [(text: String, place: Place)] {
        switch value {
        case .null: []
        case .scalar(let text, _): [(text, place)]
        case .list(let items): items.flatMap(\.addresses)
        case .map(let fields):
            fields.all.filter { Node.addressFields.contains($0.name) }.flatMap(\.node.addresses)
        }
    }
}
