import Newspaper

/// What time a build is for.
public enum Now: Sendable {
    case moment(Timestamp)
    /// As somebody wrote it: without a zone it is in the site's.
    case written(String)

    /// The moment that is meant on a site with that zone.
    func timestamp(in zone: Zone) throws(BuildFailure) -> Timestamp {
        switch self {
        case .moment(let moment): return moment
        case .written(let text):
            guard let moment = try? Timestamp(parsing: text, in: zone) else {
                throw .call(
                    "\(text) is no time\n    Write it as 2026-11-18, 2026-11-18T07:30 or 2026-11-18T07:30:00+01:00.")
            }
            return moment
        }
    }
}
