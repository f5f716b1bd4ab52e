import Testing

@testable import Preview

/// Themes beside a site that is shown by a program from elsewhere.
@Suite struct StrangeThemesTests {
    @Test("Of the first change a line says that nothing can come of it")
    func change() async throws {
        let folder = try Folder(["Package.swift": "", "Themes/a.swift": "", "paper/Content/a.md": ""])
        let themes = try #require(StrangeThemes(around: folder.path + "/paper"))
        let (events, told) = AsyncStream.makeStream(of: String.self)
        themes.start { event in
            if case .theme(.cannotCompile(let reason)) = event { told.yield(reason) }
        }
        try folder.write("let a = 1", to: "Themes/a.swift", byRenaming: true)
        var first = events.makeAsyncIterator()
        #expect(await first.next() == "this program was not built in \(folder.path)")
        themes.stop()
    }

    @Test("A site that lies in no package with themes has none")
    func none() throws {
        #expect(StrangeThemes(around: try Folder(["Package.swift": "", "Content/a.md": ""]).path) == nil)
        #expect(StrangeThemes(around: "/nowhere/at/all") == nil)
    }
}
