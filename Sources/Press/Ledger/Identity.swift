import CCmark
import CYAML
import Foundation
import Newspaper

/// What this program is: a page that another program made, be it only another build of stet, is made again.
enum Identity {
    /// The program's own file, and the libraries that decide what a text becomes.
    static let program: Fingerprint = {
        var result = Fingerprint()
        if let program = Bundle.main.executablePath, let status = FileSystem.status(program, followingLinks: true) {
            result.add(program)
            result.add(status.stamp)
        }
        result.add(String(cString: cmark_version_string()))
        result.add(String(cString: yaml_get_version_string()))
        return result
    }()

    /// The program, and the rules of the site's time zone.
    static func fingerprint(zone: Zone) -> Fingerprint {
        var result = program
        if let status = FileSystem.status("/usr/share/zoneinfo/" + zone.name, followingLinks: true) {
            result.add(status.stamp)
        }
        return result
    }
}

extension Fingerprint {
    mutating func add(_ stamp: Stamp) {
        add(stamp.size)
        add(stamp.modified)
        add(stamp.inode)
    }
}
