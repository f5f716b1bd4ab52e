import Foundation

/// The browser of whoever sits at this machine.
enum Browser {
    #if os(macOS)
        private static let opener = "open"
    #else
        private static let opener = "xdg-open"
    #endif

    /// Opens an address, or says in a line why not: that is never a failure.
    static func open(_ url: String) {
        let environment = ProcessInfo.processInfo.environment
        if let reason = reasonNotTo(environment) { return Console.say("No browser was opened: \(reason).") }
        guard let program = path(of: opener, in: environment) else {
            return Console.say("No browser was opened: there is no \(opener) on this machine.")
        }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [url]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { process in
            guard process.terminationStatus != 0 else { return }
            Console.say("No browser was opened: \(opener) failed with status \(process.terminationStatus).")
        }
        do {
            try process.run()
        } catch {
            Console.say("No browser was opened: \(opener) cannot be started.")
        }
    }

    /// Where nobody would see it.
    private static func reasonNotTo(_ environment: [String: String]) -> String? {
        func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
        if isSet("CI"), environment["CI"] != "false" { return "CI is set" }
        #if os(Linux)
            if !isSet("DISPLAY"), !isSet("WAYLAND_DISPLAY") { return "there is no display" }
        #endif
        return nil
    }

    private static func path(of program: String, in environment: [String: String]) -> String? {
        (environment["PATH"] ?? "").split(separator: ":").map { $0 + "/" + program }
            .first(where: FileManager.default.isExecutableFile)
    }
}
