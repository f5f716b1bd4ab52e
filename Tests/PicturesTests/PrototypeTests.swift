import Foundation
import Testing

/// libvips is opened while the program runs, so no compiler compares what the program takes its functions for with what
/// they are.
@Test("Every function of libvips' and GLib's that is called is declared as in their headers")
func prototypes() throws {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let shim = here.appending(path: "../../Sources/CVips/include").standardizedFileURL.path
    let flags = try Run("pkg-config", ["--cflags", "vips", "expat"])
    try #require(flags.status == 0, "\(flags.output)")
    let options = flags.output.split { $0.isWhitespace }.map(String.init)
    let source = here.appending(path: "Headers/prototypes.c").path
    let run = try Run("clang", ["-std=c11", "-fsyntax-only", "-I", shim, source] + options)
    #expect(run.status == 0, "\(run.output)")
}
