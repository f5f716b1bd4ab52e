import CBrotliDecoder
import CZlib
import Foundation

extension Data {
    /// What was compressed by gzip; nil if it was not, or not as a whole.
    var gunzipped: Data? {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var input = [UInt8](self)
        var output = [UInt8](repeating: 0, count: 1 << 22)
        return input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
                guard inflate(&stream, Z_FINISH) == Z_STREAM_END, stream.avail_in == 0 else { return nil }
                return Data(output.prefix(Int(stream.total_out)))
            }
        }
    }

    /// The same by brotli.
    var unbrotlied: Data? {
        let input = [UInt8](self)
        var output = [UInt8](repeating: 0, count: 1 << 22)
        var count = output.count
        guard BrotliDecoderDecompress(input.count, input, &count, &output) == BROTLI_DECODER_RESULT_SUCCESS else {
            return nil
        }
        return Data(output.prefix(count))
    }
}
