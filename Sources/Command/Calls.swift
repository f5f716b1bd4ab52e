import ArgumentParser
import Newspaper
import Press

/// How a command reports.
enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

extension Now {
    /// What the call says, else what the clock says.
    static func given(_ text: String?) -> Now {
        text.map(Now.written) ?? .moment(.now)
    }
}

extension BuildFailure {
    var exitStatus: ExitStatus {
        switch self {
        case .call: .wrongCall
        case .machine: .machineFailure
        }
    }
}

/// Does what may fail; then says why, and ends with that status.
func complaining<Result>(_ work: () throws(BuildFailure) -> Result) throws(ExitStatus) -> Result {
    do throws(BuildFailure) {
        return try work()
    } catch {
        Console.complain("stet: \(error)")
        throw error.exitStatus
    }
}
