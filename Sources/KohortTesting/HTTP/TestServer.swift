import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Lets `application` listen on a port of this machine for as long as `test`, which is given the port.
package func whileListening<Value: Sendable>(
    _ application: some ApplicationProtocol, _ test: @Sendable (Int) async throws -> Value
) async throws -> Value {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { found.finish() }
            try await Listening(base: application, found: found).run()
        }
        guard let port = await ports.first(where: { _ in true }) else {
            try await group.next()
            throw NotListening()
        }
        let value = try await test(port)
        group.cancelAll()
        return value
    }
}

private struct NotListening: Error {}

/// An application at whatever port is free.
private struct Listening<Base: ApplicationProtocol>: ApplicationProtocol {
    let base: Base
    let found: AsyncStream<Int>.Continuation

    var responder: Base.Responder { get async throws { try await base.responder } }
    var server: HTTPServerBuilder { base.server }
    var configuration: ApplicationConfiguration { base.configuration.with(address: .hostname("127.0.0.1", port: 0)) }
    var logger: Logger { base.logger }

    @Sendable func onServerRunning(_ channel: any Channel) async {
        if let port = channel.localAddress?.port { found.yield(port) }
    }
}
