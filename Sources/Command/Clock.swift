import Foundation
import Newspaper

extension Timestamp {
    /// The one place where the clock is read.
    static var now: Timestamp {
        Timestamp(seconds: Int(Date().timeIntervalSince1970))
    }
}
