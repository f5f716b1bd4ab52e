#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Foundation

/// Where a host is to be found. Only public addresses are asked: a text must not be able to send requests into the
/// network of whoever checks it.
enum Resolution: Sendable, Hashable {
    /// Addresses of the public internet; nothing else is asked in the host's name.
    case addresses([String])
    /// A proxy knows.
    case proxy
    case noSuchHost
    case privateHost
    /// Nobody who could know can be reached.
    case unreachable

    init(of host: String) {
        let host = host.withoutBrackets
        if IPAddress(host)?.isPublic == false || host == "localhost" || host.hasSuffix(".localhost") {
            self = .privateHost
        } else {
            self = Resolution.hasProxy ? .proxy : Resolution.lookedUp(host)
        }
    }

    private static let hasProxy = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"].contains {
        ProcessInfo.processInfo.environment[$0]?.isEmpty == false
    }

    private static func lookedUp(_ host: String) -> Resolution {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        let failure = getaddrinfo(host, nil, &hints, &list)
        guard failure == 0 else { return failure == EAI_AGAIN || failure == EAI_SYSTEM ? .unreachable : .noSuchHost }
        defer { freeaddrinfo(list) }
        var found: [IPAddress] = []
        var next = list
        while let entry = next {
            if let address = entry.pointee.ai_addr.flatMap(IPAddress.init) { found.append(address) }
            next = entry.pointee.ai_next
        }
        guard found.allSatisfy(\.isPublic) else { return .privateHost }
        return found.isEmpty ? .noSuchHost : .addresses(found.map(\.text))
    }
}

extension String {
    /// An address of IPv6 as it stands in a URL, without its brackets.
    fileprivate var withoutBrackets: String {
        hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
    }
}

/// An address of the internet protocol, in its four or sixteen bytes.
struct IPAddress: Hashable {
    let bytes: [UInt8]

    /// Nil for what is a name.
    init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four, Array.init)
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: six, Array.init)
        } else {
            return nil
        }
    }

    fileprivate init?(_ address: UnsafeMutablePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin_addr, Array.init)
            }
        case AF_INET6:
            bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin6_addr, Array.init)
            }
        default: return nil
        }
    }

    var text: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map {
            String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
        }
        return groups.joined(separator: ":")
    }

    /// Whether everybody can reach it (IANA's registries of special-purpose addresses).
    var isPublic: Bool {
        guard bytes.count == 16 else { return IPAddress.isPublic(bytes) }
        // What stands for an address of version 4: NAT64.
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]), bytes[4..<12].allSatisfy({ $0 == 0 }) {
            return IPAddress.isPublic(Array(bytes[12...]))
        }
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        let isTunnel = bytes.starts(with: [0x20, 0x02]) || bytes.starts(with: [0x20, 0x01, 0, 0])
        return !isTunnel && !bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
    }

    private static func isPublic(_ four: [UInt8]) -> Bool {
        switch (four[0], four[1], four[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
        case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): false
        case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): false
        default: true
        }
    }
}
