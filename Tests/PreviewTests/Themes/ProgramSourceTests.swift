import Testing

@testable import Preview

/// Where a program comes from.
@Suite struct ProgramSourceTests {
    private func package(scratch: String, _ inputs: [String]) throws -> Folder {
        let folder = try Folder(["paper/Package.swift": "", "\(scratch)/x86_64-linux/debug/tabloid": ""])
        let list = inputs.map { "\"\(folder.path)/paper/\($0)\"" }.joined(separator: ",")
        try folder.write(
            """
              "PackageStructure":
                tool: package-structure-tool
                inputs: [\(list)]
                outputs: ["<PackageStructure>"]

            """, to: scratch + "/debug.yaml")
        return folder
    }

    private let inputs = ["Sources/tabloid/", "Look/Tabloid/", "Tests/LookTests/", "Package.swift", "Package.resolved"]

    @Test("The package, what is watched of it, and what builds the same program again")
    func found() throws {
        let folder = try package(scratch: "paper/.build", inputs)
        try folder.link("paper/.build/debug", to: "x86_64-linux/debug")
        let program = folder.path + "/paper/.build/x86_64-linux/debug/tabloid"
        let source = try #require(ProgramSource(of: program, hasStaticLibraries: false))
        #expect(source.package == folder.path + "/paper")
        #expect(source.folders == ["Sources", "Look"])
        #expect(source.files == ["Package.swift"])
        let usual = ["build", "--package-path", source.package, "--product", "tabloid", "-c", "debug"]
        #expect(source.buildArguments == usual)
        #expect(
            ProgramSource(of: program, hasStaticLibraries: true)?.buildArguments == usual + ["--static-swift-stdlib"])
    }

    @Test("Another scratch folder and another triple are kept")
    func elsewhere() throws {
        let folder = try package(scratch: "scratch", inputs)
        let program = folder.path + "/scratch/x86_64-linux/debug/tabloid"
        let source = try #require(ProgramSource(of: program, hasStaticLibraries: false))
        #expect(
            source.buildArguments.suffix(4) == ["--scratch-path", folder.path + "/scratch", "--triple", "x86_64-linux"])
    }

    @Test("A program that was installed somewhere has none, nor has one whose package is gone")
    func none() throws {
        #expect(ProgramSource(of: "/usr/bin/stet", hasStaticLibraries: false) == nil)
        #expect(ProgramSource(of: "/usr/lib/stet/bin/stet", hasStaticLibraries: false) == nil)
        let folder = try package(scratch: "paper/.build", inputs)
        try folder.remove("paper/Package.swift")
        let program = folder.path + "/paper/.build/x86_64-linux/debug/tabloid"
        #expect(ProgramSource(of: program, hasStaticLibraries: false) == nil)
    }

    @Test("The program that runs these tests stands where it was built, with Swift's own libraries beside it")
    func thisOne() throws {
        let source = try #require(ProgramSource.ofThisProgram())
        #expect(source.files.contains("Package.swift"))
        #expect(source.folders.isSuperset(of: ["Sources", "Themes"]))
        #expect(!source.folders.contains("Tests"))
        #expect(!source.buildArguments.contains("--static-swift-stdlib"))
    }
}
