import Foundation
import Testing

@testable import Preview

/// What is seen of changes in Content.
@Suite struct WatcherTests {
    /// Each way of watching sees the same.
    enum Kind: CaseIterable {
        #if canImport(Glibc)
            case inotify
        #endif
        case polling

        func watcher(of folder: Folder) throws -> any Watcher {
            switch self {
            #if canImport(Glibc)
                case .inotify: try InotifyWatcher(of: .site(folder.path))
            #endif
            case .polling: PollingWatcher(of: .site(folder.path))
            }
        }
    }

    private func site() throws -> Folder {
        try Folder(["Content/site.yml": "name: X\n", "Content/war/a.md": "A", "Content/war/deep/b.md": "B"])
    }

    /// What one step changes, gathered until nothing more comes.
    private func changes(
        _ kind: Kind, in folder: Folder, _ step: @escaping @Sendable (Folder) throws -> Void
    ) async throws -> Set<String> {
        try await onAnotherThread {
            var watcher = try kind.watcher(of: folder)
            try step(folder)
            return WatcherTests.all(&watcher)
        }
    }

    private static func all(_ watcher: inout any Watcher) -> Set<String> {
        var all: Set<String> = []
        while case let changes = watcher.changes(within: .milliseconds(50)), !changes.isEmpty {
            all.formUnion(changes.paths)
        }
        return all
    }

    @Test("A file that is written, replaced, removed or renamed is seen", arguments: Kind.allCases)
    func files(kind: Kind) async throws {
        let folder = try site()
        #expect(
            try await changes(kind, in: folder) { try $0.write("New", to: "Content/war/a.md") } == ["Content/war/a.md"])
        #expect(
            try await changes(kind, in: folder) { try $0.write("Newer", to: "Content/war/a.md", byRenaming: true) }
                .contains("Content/war/a.md"))
        #expect(
            try await changes(kind, in: folder) { try $0.move("Content/war/deep/b.md", to: "Content/war/c.md") }
                == ["Content/war/deep/b.md", "Content/war/c.md"])
        #expect(try await changes(kind, in: folder) { try $0.remove("Content/war/c.md") } == ["Content/war/c.md"])
        #expect(
            try await changes(kind, in: folder) { try $0.write("name: Y\n", to: "Content/site.yml") }
                == ["Content/site.yml"])
    }

    @Test("New folders are watched, and moved ones under their new names", arguments: Kind.allCases)
    func folders(kind: Kind) async throws {
        let folder = try site()
        try await onAnotherThread {
            var watcher = try kind.watcher(of: folder)
            try folder.write("C", to: "Content/new/er/c.md")
            #expect(WatcherTests.all(&watcher).contains("Content/new"))
            try folder.write("D", to: "Content/new/er/d.md")
            #expect(WatcherTests.all(&watcher) == ["Content/new/er/d.md"])
            try folder.move("Content/new", to: "Content/old")
            #expect(WatcherTests.all(&watcher).isSuperset(of: ["Content/new", "Content/old"]))
            try folder.write("E", to: "Content/old/er/e.md")
            #expect(WatcherTests.all(&watcher) == ["Content/old/er/e.md"])
        }
    }

    @Test("Content itself may go away and come back", arguments: Kind.allCases)
    func content(kind: Kind) async throws {
        let folder = try site()
        try await onAnotherThread {
            var watcher = try kind.watcher(of: folder)
            try folder.move("Content", to: "Aside")
            #expect(WatcherTests.all(&watcher).contains("Content"))
            try folder.write("Unseen", to: "Aside/war/a.md")
            #expect(WatcherTests.all(&watcher) == [])
            try folder.move("Aside", to: "Content")
            #expect(WatcherTests.all(&watcher).contains("Content"))
            try folder.write("Seen", to: "Content/war/deep/b.md")
            #expect(WatcherTests.all(&watcher) == ["Content/war/deep/b.md"])
        }
    }

    @Test("Editors' copies, hidden files and what lies beside Content are nobody's business", arguments: Kind.allCases)
    func ignored(kind: Kind) async throws {
        let changes = try await changes(kind, in: site()) { folder in
            for name in [
                "Content/war/.a.md.swp", "Content/war/a.md~", "Content/.git/x", "Output/index.html", ".stet/preview/x",
                "notes.txt",
            ] {
                try folder.write("x", to: name)
            }
        }
        #expect(changes == [])
    }

    @Test("What is saved together is seen together", arguments: Kind.allCases)
    func bursts(kind: Kind) async throws {
        let folder = try site()
        try await onAnotherThread {
            let watcher = try kind.watcher(of: folder)
            for number in 0..<50 { try folder.write("x", to: "Content/war/\(number).md") }
            var all = watcher
            #expect(all.changes(within: .seconds(5)).paths.count == 50)
        }
    }

    @Test("Nothing is told when nothing has happened", arguments: Kind.allCases)
    func nothing(kind: Kind) async throws {
        #expect(try await changes(kind, in: site()) { _ in } == [])
    }

    #if canImport(Glibc)
        @Test("Folders for which there is no watch left are looked at, and it says so", arguments: [1, 2, 3])
        func shortage(limit: Int) async throws {
            let folder = try site()
            try await onAnotherThread {
                let watcher = try InotifyWatcher(of: .site(folder.path), limit: limit)
                #expect(watcher.shortage?.description.contains("sudo sysctl fs.inotify.max_user_watches=") == true)
                for name in ["Content/war/deep/b.md", "Content/war/a.md", "Content/c.md", "Content/new/d.md"] {
                    try folder.write("New, and longer", to: name)
                    var all: Set<String> = []
                    let end = ContinuousClock.now + .seconds(60)
                    while !all.contains(name), ContinuousClock.now < end {
                        let changes = watcher.changes(within: .seconds(1))
                        all.formUnion(changes.paths)
                        // Of a new folder it may be known only that there is more.
                        if changes.isIncomplete, all.contains("Content/new") { all.insert(name) }
                    }
                    #expect(all.contains(name))
                }
                try folder.remove("Content/war")
                var all: Set<String> = []
                let end = ContinuousClock.now + .seconds(60)
                while !all.contains("Content/war/deep"), !all.contains("Content/war"), ContinuousClock.now < end {
                    all.formUnion(watcher.changes(within: .seconds(1)).paths)
                }
                #expect(!all.isEmpty)
            }
        }

        @Test("Where nothing can be watched, everything is looked at")
        func noWatches() async throws {
            let folder = try site()
            #expect(throws: WatchShortage(resource: .watches)) {
                try InotifyWatcher(of: .site(folder.path), limit: 0)
            }
            #expect(try InotifyWatcher(of: .site(folder.path)).shortage == nil)
            #expect(
                WatchShortage(resource: .instances).description.contains("sysctl fs.inotify.max_user_instances="))
        }

        @Test("More changes than the system can count are seen as that, and later ones are seen again")
        func overflow() async throws {
            let folder = try site()
            try await onAnotherThread {
                let most = (try? queueLimit()) ?? 16384
                guard most <= 20_000 else { return }
                let watcher = try InotifyWatcher(of: .site(folder.path))
                // Each makes and closes a file: two events.
                for number in 0..<(most / 2 + 100) {
                    let file = open(folder.path + "/Content/war/\(number).md", O_CREAT | O_WRONLY, 0o644)
                    close(file)
                }
                var isIncomplete = false
                while case let changes = watcher.changes(within: .milliseconds(50)), !changes.isEmpty {
                    isIncomplete = isIncomplete || changes.isIncomplete
                }
                #expect(isIncomplete)
                try folder.write("New", to: "Content/war/deep/b.md")
                #expect(watcher.changes(within: .seconds(5)).paths.contains("Content/war/deep/b.md"))
            }
        }
    #endif
}

/// How many events the system keeps for somebody.
private func queueLimit() throws -> Int? {
    let text = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
}
