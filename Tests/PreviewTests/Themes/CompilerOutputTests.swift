import Diagnostics
import Testing

@testable import Preview

/// What is made of the compiler's words.
@Suite struct CompilerOutputTests {
    private func problems(_ output: String) -> [String] {
        CompilerOutput.problems(in: output, package: "/paper").map(\.description)
    }

    @Test("Errors have their places, each is told once, and the source lines below them are not taken for errors")
    func errors() {
        #expect(
            problems(
                """
                Building for debugging...
                [3/5] Compiling Broadsheet ArticlePage.swift
                /paper/Themes/Broadsheet/ArticlePage.swift:20:22: error: cannot find 'itm' in scope
                 19 |     private func articleHead(_ item: Headline) -> HTML {
                 20 |         let kicker = itm.kicker ?? (item.kind == .news ? nil : words[item.kint])
                    |                      `- error: cannot find 'itm' in scope
                 21 |         return \"""

                /paper/Themes/Broadsheet/ArticlePage.swift:20:75: error: value of type 'Headline' has no member 'kint'
                    |                      `- error: value of type 'Headline' has no member 'kint'
                /paper/Themes/Broadsheet/ArticlePage.swift:18:5: warning: never used
                [4/5] Emitting module Broadsheet
                /paper/Themes/Broadsheet/ArticlePage.swift:20:22: error: cannot find 'itm' in scope
                error: emit-module command failed with exit code 1 (use -v to see invocation)
                """) == [
                    "Themes/Broadsheet/ArticlePage.swift:20:22: error: cannot find 'itm' in scope",
                    "Themes/Broadsheet/ArticlePage.swift:20:75: error: value of type 'Headline' has no member 'kint'",
                ])
    }

    @Test("The linker's errors have places as well")
    func linker() {
        #expect(
            problems(
                """
                error: link command failed with exit code 1 (use -v to see invocation)
                /paper/Themes/Broadsheet/ArticlePage.swift:122: error: undefined reference to 'nowhere_at_all'
                clang: error: linker command failed with exit code 1 (use -v to see invocation)
                """) == ["Themes/Broadsheet/ArticlePage.swift:122: error: undefined reference to 'nowhere_at_all'"])
        #expect(
            problems(
                """
                /usr/bin/ld.gold: error: cannot find -lcmark
                clang: error: linker command failed with exit code 1 (use -v to see invocation)
                """
            ).first == "error: cannot find -lcmark")
    }

    @Test("A manifest that fails is named, and the compiler's note stands below its error")
    func manifest() {
        #expect(
            problems(
                """
                error: 'paper': Invalid manifest (compiled with: ["/opt/swift/usr/bin/swiftc", "-vfsoverlay"])
                /paper/Package.swift:4:15: error: no exact matches in call to initializer 
                 4 | let package = Package(
                   |               `- error: no exact matches in call to initializer 
                PackageDescription.Package.init:3:10: note: incorrect labels for candidate
                PackageDescription.Package.init:3:10: note: another one
                """) == [
                    """
                    Package.swift:4:15: error: no exact matches in call to initializer 
                        Incorrect labels for candidate.
                    """
                ])
    }

    @Test("What the package manager cannot do is told as it says it; words that say nothing are told as they are")
    func others() {
        #expect(
            problems(
                "warning: 'paper': Invalid Resource\nerror: couldn't build /paper/x because of missing inputs: /paper/y"
            )
                == ["error: couldn't build /paper/x because of missing inputs: /paper/y"])
        #expect(problems("one\ntwo\n") == ["error: the program could not be built\n    one\ntwo"])
        #expect(problems("") == ["error: the program could not be built\n    Run swift build to see why."])
    }

    @Test("A program that is brought down is told with the theme's own line")
    func trap() {
        let output = """
            Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range
            *** Program crashed: System trap at 0x00007f0 ***
            0 _assertionFailure(_:_:) in libswiftCore.so
            1 [ra] Array.subscript.getter + 100 at /build/stdlib/Array.swift:400:5 in stet
            2 [ra] Broadsheet.article(_:) + 71 in stet at /paper/Themes/Broadsheet/ArticlePage.swift:14:23
            3 [ra] Renderer.page(_:) in stet at /paper/Sources/Press/Renderer.swift:3:1
            """
        let problem = RehearsalOutput.problem(in: output, .signal(4), package: "/paper")
        #expect(problem.path == "Themes/Broadsheet/ArticlePage.swift")
        #expect(problem.line == 14)
        #expect(problem.column == 23)
        #expect(problem.message == "the theme compiles, but brings its program down: Index out of range")
        #expect(
            RehearsalOutput.problem(in: "", .signal(11), package: "/paper").message
                == "the theme compiles, but brings its program down: signal 11")
        #expect(
            RehearsalOutput.problem(in: "stet: no\n", .status(3), package: "/paper").message
                == "the new program does not make the site: stet: no")
    }
}
