import KohortCore
import KohortOutbound
import KohortSQLite
import KohortStore
import Synchronization
import Tenancy

/// An installation at work: its registry, its tenants, its clock. The daemon and the CLI are two ways into one of these.
package final class Kohort: Sendable {
    package let settings: Settings
    package let clock: WallClock
    package let links: LinkKeys
    package let seal: SecretSeal
    package let openID: OpenIDConnect
    /// Who looks at files for viruses, where there is somebody.
    package let clamd: Clamd?
    package let factors: FactorSeal
    package let hashing: PasswordHashing
    package let registry: Store
    /// Where limits are counted; nil where this daemon is the only one.
    package let counts: CommonCounts?
    let engine: any Engine
    let composition: Composition
    let faults = StorageFaults()
    let work = ArchiveWork()
    let making = TenantsInMaking()
    private let lock: FolderLock
    let threads: StoreThreads
    private let tenants: OpenTenants
    private let slugs = Mutex<(version: UInt64, bySlug: [Slug: Tenant])>((.max, [:]))

    /// Takes the data folder, which no other process may have, and opens the registry.
    package static func open(_ settings: Settings, clock: WallClock = .system) async throws -> Kohort {
        try await open(settings, clock: clock, on: try InstallationResources.take(settings))
    }

    static func open(_ settings: Settings, clock: WallClock, on resources: InstallationResources) async throws -> Kohort
    {
        let kohort = Kohort(settings, clock, resources)
        _ = try await kohort.registry.migrate(at: clock.now)
        return kohort
    }

    private init(_ settings: Settings, _ clock: WallClock, _ resources: InstallationResources) {
        (self.settings, self.clock) = (settings, clock)
        lock = resources.lock
        (links, seal) = (LinkKeys(secret: resources.secret), SecretSeal(secret: resources.secret))
        openID = OpenIDConnect(settings.providers)
        clamd = settings.files.clamd.map { Clamd(at: $0) }
        (factors, hashing) = (FactorSeal(secret: resources.secret), PasswordHashing(cost: settings.passwordCost))
        let composition = Composition.tenant(webhooks: settings.webhooks, providers: settings.providers)
        self.composition = composition
        let (engine, threads) = (resources.engine, resources.threads)
        (self.engine, self.threads) = (engine, threads)
        counts = engine.limits.map { CommonCounts($0, secret: resources.secret, on: threads.files) }
        registry = Store(
            tenant: Self.registryID, storage: resources.registry, composition: .registry, threads: threads)
        tenants = OpenTenants(limit: settings.openTenants) { id, commits in
            // A disk that hangs or a file that is locked holds up whoever waits for this tenant, and nobody else.
            let storage = try await threads.files.run { _ in try engine.open(id) }
            let store = Store(
                tenant: id, storage: storage, composition: composition, threads: threads, commits: commits)
            _ = try await store.migrate(at: clock.now)
            return store
        }
    }

    /// The registry is nobody's tenant: its database bears an id that no tenant gets.
    private static let registryID = TenantID("00000000-0000-7000-8000-000000000000") ?? .new()

    /// Lends an active tenant. One that is unknown, suspended or deleted is not found, all in the same way.
    package func use<Answer>(_ slug: Slug, _ body: (TenantStore) async throws -> Answer) async throws -> Answer {
        guard let tenant = try await find(slug), tenant.state == .active else { throw Rejection.notFound }
        return try await use(tenant, body)
    }

    /// Lends a tenant in whatever state it is; for the operator.
    package func use<Answer>(_ tenant: Tenant, _ body: (TenantStore) async throws -> Answer) async throws -> Answer {
        do {
            return try await tenants.use(tenant.id) { store in
                let files = Files(engine.files(of: tenant.id), on: threads.files)
                let version = try await store.version()
                let open = TenantStore(tenant: tenant, store: store, files: files, version: version)
                do { return try await body(open) } catch let fault as StoreFault {
                    let commits = tenants.commits(of: tenant.id).value
                    faults.keep(fault, of: tenant.id, at: clock.now, version: commits)
                    throw fault
                }
            }
        } catch let fault as StoreFault {
            faults.count(fault, of: tenant.slug)
            throw fault
        }
    }

    /// When a tenant's storage last refused what was wanted of it, unless this process has written there since.
    func lastFault(of tenant: TenantID) -> StorageFaults.Last? {
        faults.last(of: tenant, version: tenants.commits(of: tenant).value)
    }

    /// A tenant's row in the registry.
    package func find(_ slug: Slug) async throws -> Tenant? { try await tenantsBySlug()[slug] }

    package func activeTenants() async throws -> [Tenant] {
        try await tenantsBySlug().values.filter { $0.state == .active }.sorted { $0.slug < $1.slug }
    }

    /// Whether other daemons write to the same tenants.
    var isShared: Bool { engine.isShared }

    func isOpen(_ tenant: TenantID) -> Bool { tenants.openStore(tenant) != nil }

    /// The version of a tenant as far as it is known without opening it; nil where it is closed and others may write to it.
    func knownVersion(_ tenant: TenantID) async throws -> UInt64? {
        engine.isShared ? try await tenants.openStore(tenant)?.version() : tenants.commits(of: tenant).value
    }

    /// The registry, kept in memory until it changes.
    private func tenantsBySlug() async throws -> [Slug: Tenant] {
        let version = try await registry.version()
        if let kept = slugs.withLock({ $0.version == version ? $0.bySlug : nil }) { return kept }
        let all = try await registry.fetch(TenantList(), by: .operator, at: clock.now)
        let bySlug = Dictionary(uniqueKeysWithValues: all.map { ($0.slug, $0) })
        slugs.withLock { $0 = (version, bySlug) }
        return bySlug
    }

    /// Reads what an operator has laid down for the daemon alone, off the cooperative threads.
    func read(_ place: SecretPlace) async throws -> String {
        try await threads.files.run { _ in try place.read() }
    }

    /// How many tenants are held open.
    package var openTenantCount: Int { tenants.count }

    /// How many could not be opened when they were wanted last.
    package var brokenTenantCount: Int { tenants.brokenCount }

    var openStores: [Store] { tenants.openStores }
    /// Nil where it is closed now.
    func openStore(_ tenant: TenantID) -> Store? { tenants.openStore(tenant) }

    /// Puts a draft's database and files in a tenant's place, while nobody has either open.
    func replace(_ tenant: TenantID, by draft: TenantID) async throws {
        let commits = tenants.commits(of: tenant)
        try await tenants.whileClosed(tenant) { [self] in
            try await atDisk { try $0.replace(tenant, by: draft) }
            commits.increase()
        }
    }

    /// Removes a tenant's database and files for good, while nobody has either open.
    func remove(_ tenant: TenantID) async throws {
        try await tenants.whileClosed(tenant) { [self] in try await atDisk { try $0.remove(tenant) } }
    }

    /// Closes a tenant's database when its requests have ended, so that it can be removed.
    func close(_ tenant: TenantID) async { await tenants.close(tenant) }

    /// Ends in order: every database is folded into its file, and the folder is given back.
    package func close() async throws {
        await tenants.closeAll()
        try await registry.close()
        lock.release()
    }
}
