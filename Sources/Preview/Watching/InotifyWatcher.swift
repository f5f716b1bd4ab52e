#if canImport(Glibc)
    import Glibc

    /// Is told by Linux what changes. Every folder has a watch of its own, which it keeps when it is moved.
    final class InotifyWatcher: Watcher {
        private let tree: WatchedTree
        private let queue: Int32
        /// The folders that are watched, relative to the tree's; empty for that itself.
        private var folders: [Int32: String] = [:]
        /// How many watches it may have, beside the system's own limit.
        private let limit: Int
        /// Looks at the folders for which there was no watch left, if there are any.
        private var unwatched: PollingWatcher?

        /// How long a burst may last, and how long nothing must happen for it to be over.
        private static let longestBurst = Duration.milliseconds(20)
        private static let quiet = Duration.milliseconds(3)

        /// Throws if it could watch nothing at all.
        init(of tree: WatchedTree, limit: Int = .max) throws(WatchShortage) {
            self.tree = tree
            self.limit = limit
            queue = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
            guard queue >= 0 else { throw WatchShortage(resource: .instances) }
            guard watchFolder("") || errno != ENOSPC else { throw WatchShortage(resource: .watches) }
            watchEverything()
        }

        var shortage: WatchShortage? { unwatched == nil ? nil : WatchShortage(resource: .watches) }

        deinit {
            close(queue)
        }

        func changes(within time: Duration) -> Changes {
            guard unwatched != nil else { return toldChanges(within: time) }
            let end = ContinuousClock.now + time
            while true {
                var changes = toldChanges(within: min(unwatched?.pause ?? time, max(.zero, end - .now)))
                if let seen = unwatched?.changes(within: .zero) { changes.add(seen) }
                guard changes.isEmpty, ContinuousClock.now < end else { return changes }
            }
        }

        /// What the system tells.
        private func toldChanges(within time: Duration) -> Changes {
            var changes = Changes()
            guard wait(time) else { return changes }
            let end = ContinuousClock.now + InotifyWatcher.longestBurst
            repeat { takeEvents(&changes) } while ContinuousClock.now < end && wait(InotifyWatcher.quiet)
            return changes
        }

        /// Whether there are events.
        private func wait(_ time: Duration) -> Bool {
            let end = ContinuousClock.now + time
            while true {
                var file = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
                let rest = max(0, ((end - .now) / .milliseconds(1)).rounded(.up))
                let count = poll(&file, 1, Int32(rest))
                if count >= 0 || errno != EINTR { return count > 0 }
            }
        }

        // MARK: - Events

        private func takeEvents(_ changes: inout Changes) {
            withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: MemoryLayout<inotify_event>.alignment) {
                buffer in
                let count = read(queue, buffer.baseAddress, buffer.count)
                var offset = 0
                while offset + InotifyWatcher.headSize <= count {
                    let event = buffer.loadUnaligned(fromByteOffset: offset, as: Head.self)
                    let name = UnsafeRawBufferPointer(buffer)[(offset + InotifyWatcher.headSize)...].prefix(
                        Int(event.length))
                    take(event, String(decoding: name.prefix { $0 != 0 }, as: UTF8.self), &changes)
                    offset += InotifyWatcher.headSize + Int(event.length)
                }
            }
        }

        /// `inotify_event` without the name behind it.
        private struct Head: BitwiseCopyable {
            var watch: Int32
            var mask: UInt32
            var cookie: UInt32
            var length: UInt32

            func isAny(of flags: Int32) -> Bool { mask & UInt32(flags) != 0 }
        }

        private static let headSize = MemoryLayout<Head>.size

        private func take(_ event: Head, _ name: String, _ changes: inout Changes) {
            if event.isAny(of: IN_Q_OVERFLOW) {
                changes.isIncomplete = true
                watchEverything()
                return
            }
            if event.isAny(of: IN_IGNORED) {
                folders[event.watch] = nil
                return
            }
            guard let folder = folders[event.watch], !name.isEmpty else { return }
            guard tree.has(name, in: folder) else { return }
            let path = folder.isEmpty ? name : folder + "/" + name
            if event.isAny(of: IN_ISDIR) {
                if event.isAny(of: IN_MOVED_FROM | IN_DELETE) { forget(path) }
                // What was put into it before it was looked at is not known.
                if event.isAny(of: IN_MOVED_TO | IN_CREATE), !watch(path) { changes.isIncomplete = true }
            }
            changes.paths.insert(path)
        }

        // MARK: - Watches

        private static let folderMask = UInt32(
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR)

        private func watchEverything() {
            for folder in tree.folders.sorted() { _ = watch(folder) }
        }

        /// Watches a folder and those in it. False if there were not watches enough; a folder that is gone needs none.
        private func watch(_ path: String) -> Bool {
            guard watchFolder(path) else {
                guard errno == ENOSPC else { return true }
                lookAt(path)
                return false
            }
            // It is watched before it is listed, so that no folder comes between the two.
            guard let folder = opendir(tree.path(path)) else { return true }
            defer { closedir(folder) }
            var isWhole = true
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                guard isFolder(entry.pointee.d_type, path + "/" + name), tree.has(name, in: path) else { continue }
                if !watch(path + "/" + name) { isWhole = false }
            }
            return isWhole
        }

        private func lookAt(_ path: String) {
            if unwatched == nil { unwatched = PollingWatcher(of: tree, parts: []) }
            unwatched?.add(path)
        }

        /// A link to a folder is none: it is not followed by a build either.
        private func isFolder(_ type: UInt8, _ path: String) -> Bool {
            if Int(type) != Int(DT_UNKNOWN) { return Int(type) == Int(DT_DIR) }
            var status = stat()
            return lstat(tree.path(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        }

        private func watchFolder(_ path: String) -> Bool {
            guard folders.count < limit else {
                errno = ENOSPC
                return false
            }
            let number = inotify_add_watch(queue, tree.path(path), InotifyWatcher.folderMask)
            guard number >= 0 else { return false }
            folders[number] = path
            return true
        }

        /// Of a folder that went away, and of those in it.
        private func forget(_ path: String) {
            for (number, folder) in folders where folder == path || folder.hasPrefix(path + "/") {
                inotify_rm_watch(queue, number)
                folders[number] = nil
            }
        }
    }
#endif
