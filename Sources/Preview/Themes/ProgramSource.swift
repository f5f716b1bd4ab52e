import Foundation

/// The package that a program was built from by Swift's package manager, and how: what builds the same program again.
struct ProgramSource: Sendable, Equatable {
    /// The program's own file.
    let program: String
    /// The folder with Package.swift in it.
    let package: String
    /// Names in that folder from which the program is made.
    let folders: Set<String>
    let files: Set<String>
    /// The arguments for `swift`.
    let buildArguments: [String]

    /// What leads to another program when it changes.
    var tree: WatchedTree { WatchedTree(folder: package, folders: folders, files: files) }

    /// Nil for a program that does not stand where it was built: one that was installed somewhere.
    ///
    /// A program stands in `SCRATCH/TRIPLE/CONFIGURATION`, and `SCRATCH/CONFIGURATION.yaml` names the sources of the
    /// package, for that is where the package manager notes when it has to plan anew.
    init?(of program: String, hasStaticLibraries: Bool) {
        let parts = program.split(separator: "/").map(String.init)
        guard parts.count > 4, let name = parts.last else { return nil }
        let (configuration, triple) = (parts[parts.count - 2], parts[parts.count - 3])
        let scratch = "/" + parts.dropLast(3).joined(separator: "/")
        guard let plan = try? Data(contentsOf: URL(filePath: "\(scratch)/\(configuration).yaml")),
            let inputs = ProgramSource.inputs(in: plan),
            let manifest = inputs.first(where: { $0.hasSuffix("/Package.swift") }),
            FileManager.default.fileExists(atPath: manifest)
        else { return nil }
        package = String(manifest.dropLast("/Package.swift".count))
        (folders, files) = ProgramSource.names(of: inputs, in: package)
        self.program = program
        var arguments = ["build", "--package-path", package, "--product", name, "-c", configuration]
        if scratch != package + "/.build" { arguments += ["--scratch-path", scratch] }
        if hasStaticLibraries { arguments.append("--static-swift-stdlib") }
        // The link leads to what was built for this machine.
        let ownFolder = URL(filePath: "\(scratch)/\(configuration)").resolvingSymlinksInPath().path
        if ownFolder != "\(scratch)/\(triple)/\(configuration)" { arguments += ["--triple", triple] }
        buildArguments = arguments
    }

    /// The one of the program that runs.
    static func ofThisProgram() -> ProgramSource? {
        guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath().path else { return nil }
        // Linux says which files a program has in its memory.
        let maps = FileHandle(forReadingAtPath: "/proc/self/maps").flatMap { try? $0.readToEnd() }
        let isStatic = maps.map { $0.firstRange(of: Data("/libswiftCore.so".utf8)) == nil } ?? false
        return ProgramSource(of: program, hasStaticLibraries: isStatic)
    }

    /// What the plan depends on: the folders of all targets, and the manifest.
    private static func inputs(in plan: Data) -> [String]? {
        guard let tool = plan.firstRange(of: Data("tool: package-structure-tool\n".utf8)) else { return nil }
        let rest = plan[tool.upperBound...]
        let line = rest[..<(rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex)]
        guard let start = line.firstIndex(of: UInt8(ascii: "[")) else { return nil }
        return try? JSONDecoder().decode([String].self, from: Data(line[start...]))
    }

    /// The first names of what lies in the package. Its tests are in no program, and which versions were resolved is
    /// written down again by a build.
    private static func names(of inputs: [String], in package: String) -> (folders: Set<String>, files: Set<String>) {
        var (folders, files): (Set<String>, Set<String>) = ([], [])
        for input in inputs where input.hasPrefix(package + "/") {
            let parts = input.dropFirst(package.count + 1).split(separator: "/", omittingEmptySubsequences: false)
            guard let name = parts.first.map(String.init), name != "Tests", name != "Package.resolved" else { continue }
            if parts.count > 1 { folders.insert(name) } else { files.insert(name) }
        }
        return (folders, files)
    }
}
