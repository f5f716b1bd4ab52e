#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

import CBrotli
import CZlib

/// Compresses files, one after the other. The same bytes always become the same: there is no time in them.
final class Compressor {
    /// What zlib works with, kept from file to file.
    private var stream = z_stream()

    // The levels above these cost far more than they save: of pages, gzip's 6 to 9 take the same time and space, and
    // brotli's 6 to 9 save nothing over 5; its 11 saves a fifth more and takes twenty times as long.
    private static let gzipLevel: Int32 = 9
    private static let brotliLevel: Int32 = 5

    private var isReady = false

    deinit {
        if isReady { deflateEnd(&stream) }
    }

    /// The compressed bytes of a file; nil if they are no fewer.
    func compress(
        _ bytes: UnsafeBufferPointer<UInt8>, by compression: Compression, for file: String
    ) throws(MachineError) -> [UInt8]? {
        var count: Int?
        // What does not fit is no smaller, and of no use.
        let result = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, filled in
            count =
                switch compression {
                case .gzip: gzip(bytes, into: buffer)
                case .brotli: brotli(bytes, into: buffer)
                }
            filled = count ?? 0
        }
        guard count != nil else { throw MachineError("compress", file, code: ENOMEM) }
        return result.isEmpty || result.count >= bytes.count ? nil : result
    }

    /// How many bytes were written; 0 if there is no room for all, nil if there was no memory.
    private func gzip(_ bytes: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        guard prepare() else { return nil }
        guard let count = UInt32(exactly: bytes.count) else { return 0 }
        stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.avail_in = count
        stream.next_out = buffer.baseAddress
        stream.avail_out = count
        return deflate(&stream, Z_FINISH) == Z_STREAM_END ? buffer.count - Int(stream.avail_out) : 0
    }

    private func prepare() -> Bool {
        if isReady { return deflateReset(&stream) == Z_OK }
        // 15 bits of window; 16 more ask for gzip's header, in which zlib writes no time.
        isReady =
            deflateInit2_(
                &stream, Compressor.gzipLevel, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, zlibVersion(),
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        return isReady
    }

    private func brotli(_ bytes: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        guard let encoder = BrotliEncoderCreateInstance(nil, nil, nil) else { return nil }
        defer { BrotliEncoderDestroyInstance(encoder) }
        BrotliEncoderSetParameter(encoder, BROTLI_PARAM_QUALITY, UInt32(Compressor.brotliLevel))
        BrotliEncoderSetParameter(encoder, BROTLI_PARAM_MODE, UInt32(BROTLI_MODE_TEXT.rawValue))
        BrotliEncoderSetParameter(encoder, BROTLI_PARAM_SIZE_HINT, UInt32(clamping: bytes.count))
        var (input, inputCount) = (bytes.baseAddress, bytes.count)
        var (output, outputCount) = (buffer.baseAddress, buffer.count)
        guard
            BrotliEncoderCompressStream(
                encoder, BROTLI_OPERATION_FINISH, &inputCount, &input, &outputCount, &output, nil) != 0
        else { return nil }
        return BrotliEncoderIsFinished(encoder) != 0 ? buffer.count - outputCount : 0
    }
}
