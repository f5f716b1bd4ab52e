import Foundation
import Newspaper
import Testing

@testable import Press

#if canImport(Glibc)
    import Glibc
#endif

/// The machine fails: a full disk, a missing permission, a disk that can only be read. What was published stands.
@Suite struct MachineErrorTests {
    @Test("The disk is full when pages are written", .enabled(if: SmallDisk.canBeMade, "only root may mount a disk"))
    func fullDisk() throws {
        let site = try LittleSite()
        let disk = try SmallDisk(at: site.path + "/disk")
        defer { disk.unmount() }
        try site.write("# A\n", to: "Content/a.md")
        func build() throws { try site.build { $0.output = site.path + "/disk/Output" } }
        try build()
        let before = try site.published("disk/Output")
        for number in 0..<8 { try site.write(Data(repeating: 65, count: 60_000), to: "Content/big-\(number).bin") }
        let failure = site.failure { $0.output = site.path + "/disk/Output" }
        #expect(failure?.hasPrefix("cannot write SITE/disk/.stet/Output/stage/") == true)
        #expect(
            failure?.hasSuffix(
                ": No space left on device\n    Make room on the disk; what was published before is untouched.") == true
        )
        #expect(try site.published("disk/Output") == before)
        // The stage is cleared, so that there is room again.
        for number in 0..<8 { try site.remove("Content/big-\(number).bin") }
        try site.write("# B\n", to: "Content/b.md")
        try build()
        #expect(try site.published("disk/Output")["b/index.html"] != nil)
    }

    @Test("An Output that may not be written to")
    func noPermissionToWrite() throws {
        let site = try LittleSite(["Content/a.md": "# A\n"])
        try site.build()
        let before = try site.published()
        try site.write("# B\n", to: "Content/b.md")
        chmod(site.path + "/.stet/Output/lock", 0o444)
        asNobody {
            #expect(
                site.failure()
                    == "cannot write SITE/.stet/Output/lock: Permission denied\n    "
                    + "Change the permissions, or build as the user who owns the folder.")
        }
        #expect(try site.published() == before)
    }

    @Test("Files cannot be moved into Output: this is known before the first is, so the old edition stands")
    func noPermissionToMove() throws {
        let site = try LittleSite(["Content/a.md": "# A\n"])
        try site.build()
        let before = try site.published()
        try site.write("# B\n", to: "Content/new/b.md")
        try site.write("# A, changed\n", to: "Content/a.md")
        chmod(site.path + "/.stet/Output", 0o777)
        for note in ["lock", "facts-1"] { chmod(site.path + "/.stet/Output/" + note, 0o666) }
        for locked in ["", "/a"] {
            // But for one folder everything could be moved.
            for folder in ["", "/a"] { chmod(site.output + folder, folder == locked ? 0o555 : 0o777) }
            defer { for folder in ["", "/a"] { chmod(site.output + folder, 0o755) } }
            asNobody {
                #expect(
                    site.failure()
                        == "cannot change the folder SITE/Output\(locked): Permission denied\n    "
                        + "Change the permissions, or build as the user who owns the folder.")
            }
            #expect(try site.published() == before)
            #expect(!site.exists(".stet/Output/journal"))
        }
        try site.build()
        #expect(try site.published()["new/b/index.html"] != nil)
    }

    @Test("An article and a folder that may not be read")
    func noPermissionToRead() throws {
        let site = try LittleSite(["Content/war/a.md": "# A\n", "Content/b.md": "# B\n"])
        chmod(site.path, 0o777)
        chmod(site.path + "/Content/b.md", 0)
        defer { chmod(site.path + "/Content/b.md", 0o644) }
        try asNobody {
            let problems = try site.problems()
            #expect(
                problems == [
                    """
                    Content/b.md: error: cannot read the file: Permission denied
                        Change the permissions, or build as the user who owns the folder.
                    """
                ])
            #expect(!site.exists("Output"))
        }
        chmod(site.path + "/Content/war", 0)
        defer { chmod(site.path + "/Content/war", 0o755) }
        asNobody {
            #expect(
                site.failure()
                    == "cannot list SITE/Content/war: Permission denied\n    "
                    + "Change the permissions, or build as the user who owns the folder.")
        }
    }

    @Test("An Output that may not be made")
    func noPermission() throws {
        let site = try LittleSite(["Content/a.md": "# A\n"])
        chmod(site.path, 0o555)
        defer { chmod(site.path, 0o755) }
        asNobody {
            #expect(
                site.failure()
                    == "cannot make the folder SITE/.stet: Permission denied\n    "
                    + "Change the permissions, or build as the user who owns the folder.")
        }
        #expect(!site.exists("Output"))
    }

    @Test("A place where nothing can be made")
    func impossiblePlaces() throws {
        let site = try LittleSite(["Content/a.md": "# A\n", "file": ""])
        #expect(
            site.failure { $0.output = site.path + "/file/Output" }
                == "cannot make the folder SITE/file/.stet/Output: Not a directory")
        #expect(site.failure { $0.output = "/proc/Output" }?.hasPrefix("cannot make the folder /proc/.stet") == true)
    }

    /// Does something as a user who owns nothing. Root, who may do everything, becomes one for the files that this
    /// thread opens.
    private func asNobody(_ body: () throws -> Void) rethrows {
        #if canImport(Glibc)
            guard getuid() == 0, let symbol = dlsym(nil, "setfsuid") else { return try body() }
            let setUser = unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
            _ = setUser(65534)
            defer { _ = setUser(0) }
        #endif
        try body()
    }
}

/// A disk of 256 KB in memory.
private struct SmallDisk {
    let path: String

    /// Whether this user may mount one; root in most containers may not either.
    static let canBeMade: Bool = {
        guard let folder = try? TemporaryFolder(), let disk = try? SmallDisk(at: folder.path + "/disk") else {
            return false
        }
        disk.unmount()
        return true
    }()

    init(at path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try SmallDisk.run("mount", ["-t", "tmpfs", "-o", "size=256k", "stet-tests", path])
    }

    func unmount() {
        try? SmallDisk.run("umount", [path])
    }

    private static func run(_ tool: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }
}
