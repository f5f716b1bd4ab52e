import Broadsheet
import Foundation
import Newspaper
import Press
import Testing

@testable import Preview

/// A preview of a site, from its first build on, for as long as somebody holds it.
final class RunningPreview: Sendable {
    let site: Folder
    let url: String
    let port: Int
    private let task: Task<Void, Never>

    init(_ site: Folder, _ settings: (inout Preview) -> Void = { _ in }) async throws {
        self.site = site
        var preview = Preview(site: site.path, themes: [Broadsheet.self]) { Timestamp(seconds: 1_795_000_000) }
        preview.port = 0
        settings(&preview)
        let (events, told) = AsyncStream.makeStream(of: Preview.Event.self)
        task = Task { [preview] in
            do throws(BuildFailure) {
                try await preview.run { told.yield($0) }
            } catch {
                told.yield(.failed(error))
            }
        }
        url = try await RunningPreview.address(events)
        port = try #require(URL(string: url)?.port)
    }

    private static func address(_ events: AsyncStream<Preview.Event>) async throws -> String {
        for await event in events {
            switch event {
            case .failed(let failure): throw failure
            case .serving(let url, _): return url
            default: continue
            }
        }
        throw CancellationError()
    }

    deinit {
        task.cancel()
    }

    /// A page that has just been opened.
    func open() async throws -> EventPage {
        let page = try await EventPage(port: port)
        _ = try await page.nextEvent()
        return page
    }

    func page(_ path: String) async throws -> Reply {
        let client = try Client(port: port)
        try await client.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return try await Reply(client.receive())
    }
}
