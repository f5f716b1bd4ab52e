import CLibFuzzer
import Foundation

// What is fuzzed is said in the environment: arguments belong to libFuzzer, which starts itself anew with them.
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
let subject = ProcessInfo.processInfo.environment["SUBJECT"] ?? ""
switch subject {
case "requests":
    exit(
        LLVMFuzzerRunDriver(&count, &arguments) { data, size in
            RequestFuzz.shared.check([UInt8](UnsafeBufferPointer(start: data, count: size)))
            return 0
        })
case "frontmatter":
    exit(
        LLVMFuzzerRunDriver(&count, &arguments) { data, size in
            checkFrontMatter([UInt8](UnsafeBufferPointer(start: data, count: size)))
            return 0
        })
case "markdown":
    exit(
        LLVMFuzzerRunDriver(&count, &arguments) { data, size in
            checkMarkdown([UInt8](UnsafeBufferPointer(start: data, count: size)))
            return 0
        })
default:
    print("SUBJECT is one of requests, frontmatter and markdown.")
    exit(2)
}
