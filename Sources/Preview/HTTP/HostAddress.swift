import FlyingSocks
import Foundation

/// The address on which to listen, and the names under which it may be asked for.
struct HostAddress: Sendable {
    /// An IP address.
    let address: String
    let isIPv6: Bool
    /// As it was asked for.
    private let name: String

    /// Only this machine can reach it.
    static let loopback = HostAddress(address: "127.0.0.1", isIPv6: false, name: "127.0.0.1")

    private init(address: String, isIPv6: Bool, name: String) {
        self.address = address
        self.isIPv6 = isIPv6
        self.name = name
    }

    /// Nil for what is neither an IP address nor `localhost`.
    init?(_ text: String) {
        let text = text.lowercased()
        if text == "localhost" {
            self = .loopback
        } else if HostAddress.isIPv4(text) {
            self.init(address: text, isIPv6: false, name: text)
        } else if HostAddress.isIPv6(text) {
            self.init(address: text, isIPv6: true, name: "[\(text)]")
        } else {
            return nil
        }
    }

    /// As it stands in an address.
    var urlHost: String { isWildcard ? "127.0.0.1" : name }

    /// Whether a request's Host header is one of ours. A name that somebody else has pointed at this machine is not:
    /// else that somebody's pages could read the preview (DNS rebinding).
    func accepts(_ header: String) -> Bool {
        guard let asked = HostAddress.withoutPort(header.lowercased()) else { return false }
        if ["localhost", "127.0.0.1", "[::1]", name].contains(asked) { return true }
        // Listening everywhere, it is asked for by any of the machine's addresses; names are still nobody's.
        guard isWildcard else { return false }
        if asked.hasPrefix("["), asked.hasSuffix("]") {
            return HostAddress.isIPv6(String(asked.dropFirst().dropLast()))
        }
        return HostAddress.isIPv4(asked)
    }

    /// Whether another way to write an IP address means this one.
    func isSame(as other: String) -> Bool {
        HostAddress.bytes(address) == HostAddress.bytes(other.lowercased())
    }

    /// An IP address's own bytes; nil for what is none.
    private static func bytes(_ address: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, address, &bytes) == 1 { return Array(bytes[..<4]) }
        return inet_pton(AF_INET6, address, &bytes) == 1 ? bytes : nil
    }

    private var isWildcard: Bool { address == "0.0.0.0" || address == "::" }

    private static func withoutPort(_ header: String) -> String? {
        let end =
            header.hasPrefix("[") ? header.firstIndex(of: "]").map(header.index(after:)) : header.firstIndex(of: ":")
        let name = header[..<(end ?? header.endIndex)]
        let port = header[name.endIndex...]
        guard port.isEmpty || port.first == ":" && port.dropFirst().allSatisfy(\.isNumber) else { return nil }
        return String(name)
    }

    private static func isIPv4(_ text: String) -> Bool { (try? sockaddr_in.inet(ip4: text, port: 0)) != nil }
    private static func isIPv6(_ text: String) -> Bool { (try? sockaddr_in6.inet6(ip6: text, port: 0)) != nil }
}
