import KohortWeb
import NIOCore
import Synchronization

/// Keeps what arrives, and what became of it.
final class MemorySink: UploadSink {
    struct Entry: Hashable, Sendable {
        let filename: String
        var bytes: [UInt8] = []
        var appends = 0
        var isFinished = false
        var isDiscarded = false
    }

    private let kept = Mutex<[Entry]>([])

    var entries: [Entry] { kept.withLock { $0 } }

    func begin(_ part: FilePart) -> File {
        kept.withLock { entries in
            entries.append(Entry(filename: part.filename))
            return File(sink: self, index: entries.count - 1)
        }
    }

    fileprivate func change(_ index: Int, _ edit: (inout Entry) -> Void) { kept.withLock { edit(&$0[index]) } }

    struct File: IncomingFile {
        let sink: MemorySink
        let index: Int

        func append(_ bytes: ByteBuffer) {
            sink.change(index) {
                $0.bytes += bytes.readableBytesView
                $0.appends += 1
            }
        }

        func finish() -> Int {
            sink.change(index) { $0.isFinished = true }
            return index
        }

        func discard() { sink.change(index) { $0.isDiscarded = true } }
    }
}
