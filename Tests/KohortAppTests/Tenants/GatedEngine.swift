import Foundation
import KohortCore
import KohortSQLite
import KohortStore
import Synchronization

@testable import KohortApp

/// A disk that hangs for some tenants, as long as a test wants: where nothing else differs, what goes on beside it does
/// not wait for it.
final class GatedEngine: Engine {
    enum Wait: Hashable, Sendable {
        /// Of whichever tenant.
        case making
        case opening(TenantID)
        case writing(TenantID)
        case files(TenantID)
        case replacing(TenantID)
    }

    enum Deed: Hashable, Sendable {
        case opening(TenantID)
        case writing(TenantID)
        case removing(TenantID)
        case replacing(TenantID)
    }

    static let refusal = StoreFault.unavailable("the disk refuses")
    private let engine: any Engine
    private let gates = Gates()
    private let refused = Mutex<[Deed: StoreFault]>([:])

    init(_ engine: any Engine) { self.engine = engine }

    func hold(_ wait: Wait) { gates.close(wait) }
    func release() { gates.openAll() }
    /// Fails what is asked, until it is allowed again.
    func refuse(_ deed: Deed, with fault: StoreFault = refusal) { refused.withLock { $0[deed] = fault } }
    func allow(_ deed: Deed) { refused.withLock { $0[deed] = nil } }
    /// How many wait there now.
    func waiting(at wait: Wait) -> Int { gates.waiting(at: wait) }

    var isShared: Bool { engine.isShared }
    func openRegistry() throws -> any Storage { try engine.openRegistry() }
    func create(_ tenant: TenantID, _ schema: Schema) throws {
        gates.pass(.making)
        try engine.create(tenant, schema)
    }

    func open(_ tenant: TenantID) throws -> any Storage {
        gates.pass(.opening(tenant))
        try check(.opening(tenant))
        return GatedStorage(storage: try engine.open(tenant)) { [self] in
            gates.pass(.writing(tenant))
            try check(.writing(tenant))
        }
    }

    func files(of tenant: TenantID) -> any FileStorage {
        GatedFiles(files: engine.files(of: tenant), pass: { [gates] in gates.pass(.files(tenant)) })
    }

    func claim(_ tenant: TenantID) throws -> (any PlaceClaim)? { try engine.claim(tenant) }

    func replace(_ tenant: TenantID, by draft: TenantID) throws {
        gates.pass(.replacing(tenant))
        try check(.replacing(tenant))
        try engine.replace(tenant, by: draft)
    }

    func remove(_ tenant: TenantID) throws {
        try check(.removing(tenant))
        try engine.remove(tenant)
    }

    private func check(_ deed: Deed) throws {
        if let fault = refused.withLock({ $0[deed] }) { throw fault }
    }
}

private struct GatedStorage: Storage {
    let storage: any Storage
    let pass: @Sendable () throws -> Void

    var dialect: any Dialect { storage.dialect }
    var sharedVersion: (@Sendable (any Connection) throws -> UInt64)? { storage.sharedVersion }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer {
        try pass()
        return try storage.write(body)
    }

    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        try storage.read(reader: reader, body)
    }

    func close() { storage.close() }
}

private struct GatedFiles: FileStorage {
    let files: any FileStorage
    let pass: @Sendable () -> Void

    func begin() throws -> any FileDraft { try files.begin() }
    func read(_ hash: String, offset: Int64, count: Int) throws -> [UInt8]? {
        pass()
        return try files.read(hash, offset: offset, count: count)
    }
    func remove(_ hash: String) throws { try files.remove(hash) }
    func hashes(before instant: Instant) throws -> [String] { try files.hashes(before: instant) }
    func renew(_ hash: String) throws -> Bool { try files.renew(hash) }
    func remove(_ hash: String, before instant: Instant) throws -> Bool { try files.remove(hash, before: instant) }
    func removeDrafts(before instant: Instant) throws { try files.removeDrafts(before: instant) }
}

/// How many there were, counted by tasks at once.
final class Tally: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock { $0 } }
    func add() { number.withLock { $0 += 1 } }
}

/// Doors that stand open unless they are closed; whoever comes to a closed one waits on its thread.
private final class Gates: Sendable {
    private struct State {
        var closed: Set<GatedEngine.Wait> = []
        var waiting: [GatedEngine.Wait: Int] = [:]
    }

    private let condition = NSCondition()
    private let state = Mutex(State())

    func close(_ gate: GatedEngine.Wait) { state.withLock { _ = $0.closed.insert(gate) } }
    func waiting(at gate: GatedEngine.Wait) -> Int { state.withLock { $0.waiting[gate, default: 0] } }

    func openAll() {
        condition.lock()
        state.withLock { $0.closed = [] }
        condition.broadcast()
        condition.unlock()
    }

    func pass(_ gate: GatedEngine.Wait) {
        condition.lock()
        state.withLock { $0.waiting[gate, default: 0] += 1 }
        while state.withLock({ $0.closed.contains(gate) }) { condition.wait() }
        state.withLock { $0.waiting[gate, default: 0] -= 1 }
        condition.unlock()
    }
}
