import FlyingSocks
import Foundation

/// How a newer program takes the place of the one that runs: in the same process, with the socket that listens, so that
/// no connection is refused meanwhile. Before that it shows, in a process of its own, that it can make the site.
enum Succession {
    private static let listenerName = "STET_PREVIEW_LISTENER"
    private static let rehearsalName = "STET_PREVIEW_REHEARSAL"

    /// What a program is told so that it makes the site and ends.
    static let rehearsal = [rehearsalName: "1"]

    /// Whether this program was started to make the site and end.
    static let isRehearsal = take(rehearsalName) != nil

    /// The socket that the program before this one has left; nil if none has, or if it is not what it should be.
    static func listener(on host: HostAddress, ports: ClosedRange<Int>) -> Socket? {
        guard let number = take(listenerName).flatMap({ Int32($0) }), number > 2,
            option(SO_ACCEPTCONN, of: number) == 1
        else { return nil }
        let socket = Socket(file: Socket.FileDescriptor(rawValue: number))
        guard let (address, port) = name(of: socket), host.isSame(as: address), ports == 0...0 || ports.contains(port)
        else { return nil }
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        return socket
    }

    /// Lets a program take this one's place, with the same arguments. Returns only if that fails.
    /// - Returns: why it fails, as `errno` says it.
    static func handOver(to program: String, listener: Int32) -> Int32 {
        Descriptors.closeOnExec(but: listener)
        _ = fcntl(listener, F_SETFD, 0)
        setenv(listenerName, String(listener), 1)
        // What this thread blocks would stay blocked.
        var (none, own) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &own)
        let words = CommandLine.arguments.map { strdup($0) } + [nil]
        execv(program, words)
        let failure = errno
        for word in words { free(word) }
        pthread_sigmask(SIG_SETMASK, &own, nil)
        unsetenv(listenerName)
        _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
        return failure
    }

    /// A setting that is meant for this program, and for none that it starts.
    private static func take(_ name: String) -> String? {
        defer { unsetenv(name) }
        return getenv(name).map { String(cString: $0) }
    }

    private static func name(of socket: Socket) -> (address: String, port: Int)? {
        switch try? socket.sockname() {
        case .ip4(let address, let port), .ip6(let address, let port): (address, Int(port))
        case .unix, nil: nil
        }
    }

    private static func option(_ option: Int32, of socket: Int32) -> Int32? {
        var value: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(socket, SOL_SOCKET, option, &value, &size) == 0 ? value : nil
    }
}
