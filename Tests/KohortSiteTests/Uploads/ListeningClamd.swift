import Foundation
import Synchronization

/// A server that speaks clamd's protocol on a port of this machine, for one visitor after the other: what holds `EICAR`
/// is a virus to it.
final class ListeningClamd: Sendable {
    let port: Int
    private let descriptor: Int32
    private let files = Mutex<[[UInt8]]>([])
    /// Whether it hangs up in the middle of a file.
    private let hangsUp: Bool

    /// What it was shown, whole.
    var seen: [[UInt8]] { files.withLock { $0 } }

    init(hangsUp: Bool = false) throws {
        self.hangsUp = hangsUp
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listening = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listening, $0, size) == 0 && listen(listening, 8) == 0
                    && getsockname(listening, $0, &size) == 0
            }
        }
        guard isBound else { throw CocoaError(.fileReadUnknown) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [weak self] in
            while true {
                let visitor = accept(listening, nil, nil)
                guard visitor >= 0 else { return }
                self?.serve(visitor)
                close(visitor)
            }
        }
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    private func serve(_ visitor: Int32) {
        guard take(10, visitor) == Array("zINSTREAM\0".utf8) else { return }
        var file: [UInt8] = []
        while let head = take(4, visitor), !hangsUp {
            let count = head.reduce(0) { $0 << 8 | Int($1) }
            if count == 0 { return answer(file, visitor) }
            file += take(count, visitor) ?? []
        }
    }

    private func answer(_ file: [UInt8], _ visitor: Int32) {
        files.withLock { $0.append(file) }
        let isVirus = String(decoding: file, as: UTF8.self).contains("EICAR")
        let said = Array((isVirus ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0").utf8)
        _ = send(visitor, said, said.count, Int32(MSG_NOSIGNAL))
    }

    private func take(_ count: Int, _ visitor: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return recv(visitor, &bytes, count, Int32(MSG_WAITALL)) == count ? bytes : nil
    }
}
