import Foundation
import Synchronization
import Testing

@testable import Preview

/// From a change of a theme to the program that takes over, with a compiler that does what a file tells it.
@Suite(.timeLimit(.minutes(5))) struct ThemeWorkshopTests {
    /// A package, whose compiler copies Themes/theme to the program: a script.
    private final class Package: Sendable {
        let folder: Folder
        let live = LiveSite(isReloading: true)
        let events: AsyncStream<String>
        private let told: AsyncStream<String>.Continuation
        private let workshop: ThemeWorkshop

        init(compiler: String? = nil) throws {
            folder = try Folder([
                "Package.swift": "", "Themes/theme": "exit 0\n", "Themes/fails": "no",
                "swift": """
                #!/bin/sh
                cd "$3"
                echo run >> runs
                while [ -e slow ]; do sleep 0.02; done
                if grep -q broken Themes/theme; then echo "$3/Themes/theme:1:7: error: it is broken"; exit 1; fi
                (echo '#!/bin/sh'; cat Themes/theme) > new; chmod +x new
                cmp -s new .build/linux/debug/stet || mv new .build/linux/debug/stet

                """,
                ".build/linux/debug/stet": "#!/bin/sh\nexit 0\n",
                ".build/debug.yaml": "",
            ])
            try folder.write(
                "tool: package-structure-tool\n inputs: [\"\(folder.path)/Themes/\",\"\(folder.path)/Package.swift\"]\n",
                to: ".build/debug.yaml")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/swift")
            let source = try #require(
                ProgramSource(of: folder.path + "/.build/linux/debug/stet", hasStaticLibraries: false))
            let (events, told) = AsyncStream.makeStream(of: String.self)
            (self.events, self.told) = (events, told)
            workshop = ThemeWorkshop(
                source, live, compiler: compiler ?? folder.path + "/swift",
                tell: { event in
                    guard case .theme(let event) = event else { return }
                    switch event {
                    case .compiling: told.yield("compiling")
                    case .cannotCompile(let reason): told.yield(reason)
                    case .failed(let problems, _): told.yield(problems.map(\.description).joined(separator: "\n"))
                    case .unchanged: told.yield("unchanged")
                    case .ready: told.yield("ready")
                    }
                },
                handOver: { program in
                    told.yield("takes over")
                    return ENOEXEC
                })
            workshop.start()
        }

        deinit { workshop.stop() }

        func save(_ theme: String) throws { try folder.write(theme, to: "Themes/theme", byRenaming: true) }

        /// What is said until then.
        func said(until last: String) async -> [String] {
            var all: [String] = []
            for await event in events {
                all.append(event)
                if event.hasPrefix(last) { break }
            }
            return all
        }

        var problems: [String] { live.news(since: nil).problems.map(\.place) }
        var isCompiling: Bool { live.news(since: nil).isCompiling }
        var runs: Int { (try? folder.read("runs").split(separator: "\n").count) ?? 0 }
    }

    @Test("A theme that compiles and makes the site takes over")
    func takingOver() async throws {
        let package = try Package()
        try package.save("exit 0 # again\n")
        #expect(await package.said(until: "takes over").suffix(2) == ["ready", "takes over"])
    }

    @Test("The compiler's errors are told to all pages, with their lines, until they are mended")
    func errors() async throws {
        let package = try Package()
        try package.save("broken\n")
        #expect(await package.said(until: "Themes/theme").last == "Themes/theme:1:7: error: it is broken")
        #expect(package.problems == ["Themes/theme:1:7"])
        #expect(package.live.news(since: nil).problems.first?.source.map(\.text) == ["broken", ""])
        #expect(package.live.news(since: nil).problems.first?.page == nil)
        #expect(!package.isCompiling)
        try package.save("exit 0\n")
        _ = await package.said(until: "unchanged")
        #expect(package.problems == [])
    }

    @Test("A theme that brings its program down never takes over")
    func trap() async throws {
        let package = try Package()
        try package.save("echo 'Fatal error: Index out of range'; kill -ILL $$\n")
        let said = await package.said(until: "error")
        #expect(said.last?.contains("brings its program down: Index out of range") == true, "\(said)")
        #expect(package.problems == [""])
        try package.save("exit 3\n")
        #expect(await package.said(until: "error").last?.contains("does not make the site") == true)
    }

    @Test("What changes while it compiles is compiled afterwards, and only that is told")
    func again() async throws {
        let package = try Package()
        try package.folder.write("", to: "slow")
        try package.save("broken\n")
        _ = await package.said(until: "compiling")
        while package.runs == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(package.isCompiling)
        try package.save("exit 0\n")
        try package.folder.remove("slow")
        let said = await package.said(until: "unchanged")
        #expect(!said.contains { $0.contains("broken") }, "\(said)")
        #expect(package.runs > 1)
    }

    @Test("A theme that never ends is given up for the next")
    func endless() async throws {
        let package = try Package()
        try package.save("while :; do sleep 0.05; done\n")
        _ = await package.said(until: "compiling")
        try await Task.sleep(for: .milliseconds(300))
        try package.save("exit 0 # mended\n")
        #expect(await package.said(until: "takes over").contains("ready"))
    }

    @Test("Where there is no compiler, a line says so")
    func noCompiler() async throws {
        let package = try Package(compiler: "no-such-compiler")
        try package.save("exit 0 # new\n")
        #expect(await package.said(until: "there is no").last == "there is no no-such-compiler on the PATH")
        #expect(!package.isCompiling)
        #expect(package.problems == [])
    }
}
