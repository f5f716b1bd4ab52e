import Diagnostics
import FlyingSocks
import Newspaper
import Press

/// A site as it is being written: built, served, and built again whenever something in it changes.
public struct Preview: Sendable {
    /// The folder that has Content in it.
    public var site: String
    public var themes: [any Theme.Type]
    /// What time it is: asked before every build.
    public var clock: @Sendable () -> Timestamp
    public var includesDrafts = false
    /// Shows stories under embargo as well.
    public var includesScheduled = false
    /// Serves a finished Output as it is, and neither builds nor watches.
    public var servesOutput = false
    /// Sends browsers to the article that was just saved.
    public var follows = false
    /// The address to listen on: one that only this machine can reach, unless somebody asks for another.
    public var host = "127.0.0.1"
    /// The port to listen on, or the next one that is free; 0 for any.
    public var port = 8000
    /// Compiles the program anew when its theme changes, if it runs where it was built.
    public var renewsProgram = false
    /// Is told how far the first build has come.
    public var progress: any BuildProgress = NoProgress()

    /// What a preview has to say while it runs.
    public enum Event: Sendable {
        /// An embargo or an expiry has passed: a build begins.
        case due
        /// A build is done. `changes` are the files that led to it; none for the first, and for one that was due.
        case built(BuildReport, changes: [String], Duration)
        /// A build could not be done; the next change begins another.
        case failed(BuildFailure)
        /// It can be looked at there.
        case serving(url: String, isOtherPort: Bool)
        /// The same, by a newer program that has taken the place of the one that said so.
        case servingOn(url: String)
        /// The system cannot tell of all changes.
        case shortOfWatches(WatchShortage)
        case theme(ThemeEvent)
    }

    /// What becomes of a theme, or of another part of the program, that was changed.
    public enum ThemeEvent: Sendable {
        /// These files of the package have changed: it is compiled.
        case compiling([String])
        /// Nothing can be compiled, and why.
        case cannotCompile(String)
        /// It does not compile, or cannot make the site.
        case failed([Diagnostic], Duration)
        /// It is the same program as before.
        case unchanged(Duration)
        /// It takes over now.
        case ready(Duration)
    }

    public init(site: String, themes: [any Theme.Type], clock: @escaping @Sendable () -> Timestamp) {
        self.site = site
        self.themes = themes
        self.clock = clock
    }

    /// Ends what runs beside this program. A signal's handler may call it.
    public static func endChildren() {
        ChildProcess.endRunning()
    }

    /// Serves until the task is cancelled.
    public func run(_ tell: @escaping @Sendable (Event) -> Void) async throws(BuildFailure) {
        let live = LiveSite(isReloading: !servesOutput)
        if Succession.isRehearsal {
            _ = try Rebuilder(self, live).begin()
            return
        }
        let folder: ServedFolder
        var building: BuildLoop?
        if servesOutput {
            folder = try finishedOutput()
            live.base = try Build(site: site, now: .moment(clock())).base(themes: themes)
        } else {
            folder = ServedFolder(path: build.output ?? "")
            building = try BuildLoop(Rebuilder(self, live), tell)
        }
        defer { building?.stop() }

        let (server, isSuccessor) = try listen(answering: folder, live)
        let url = "http://\(server.host.urlHost):\(server.port)\(live.base)/"
        let isOtherPort = port != 0 && server.port != port
        tell(isSuccessor ? .servingOn(url: url) : .serving(url: url, isOtherPort: isOtherPort))
        let stop = watchThemes(live, server, tell)
        defer { stop() }
        await server.run()
    }

    /// Keeps the program up to date, where that is wanted and can be done.
    /// - Returns: what ends it.
    private func watchThemes(
        _ live: LiveSite, _ server: Server, _ tell: @escaping @Sendable (Event) -> Void
    ) -> () -> Void {
        guard renewsProgram, !servesOutput else { return {} }
        if let source = ProgramSource.ofThisProgram() {
            let workshop = ThemeWorkshop(source, live, tell: tell, handOver: server.handOver)
            workshop.start()
            return workshop.stop
        }
        guard let themes = StrangeThemes(around: site) else { return {} }
        themes.start(tell)
        return themes.stop
    }

    /// Into a folder of the preview's own, so that what is previewed never gets into Output.
    var build: Build {
        var build = Build(site: site, now: .moment(clock()))
        build.output = site + "/.stet/preview/site"
        build.includesDrafts = includesDrafts
        build.includesScheduled = includesScheduled
        // Listing them takes time, and only who follows has to know where articles are found.
        build.listsArticles = follows
        return build
    }

    private func finishedOutput() throws(BuildFailure) -> ServedFolder {
        let folder = ServedFolder(path: site + "/Output")
        guard folder.isThere else { throw .call("there is no folder \(folder.path)\n    Make it with stet build.") }
        return folder
    }

    /// How many ports are tried.
    private static let mostPorts = 100

    /// - Returns: the server, and whether it goes on with another program's socket.
    private func listen(
        answering folder: ServedFolder, _ live: LiveSite
    ) throws(BuildFailure) -> (Server, isSuccessor: Bool) {
        guard let host = HostAddress(host) else {
            throw .call("\(host) is not an address to listen on\n    Write it as 127.0.0.1, ::1 or 0.0.0.0.")
        }
        let responder = SiteResponder(folder: folder, host: host, live: live)
        let ports = port == 0 ? 0...0 : port...max(port, min(port + Preview.mostPorts - 1, Int(UInt16.max)))
        if let socket = Succession.listener(on: host, ports: ports),
            let server = try? Server(host, socket, respond: responder.respond)
        {
            return (server, true)
        }
        for port in ports {
            do throws(ListenError) {
                return (try Server(host, port: port, respond: responder.respond), false)
            } catch {
                guard error.isTaken else {
                    throw .call(
                        "cannot listen on \(host.urlHost):\(port): \(error)\n    Choose another with --port or --host.")
                }
            }
        }
        throw .call(
            "the ports \(ports.lowerBound) to \(ports.upperBound) are all taken\n    Choose another with --port.")
    }
}
