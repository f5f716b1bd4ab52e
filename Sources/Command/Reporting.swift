import ArgumentParser
import Press

/// How a command reports.
enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
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
