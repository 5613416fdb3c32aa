import KohortCore

extension ContractKind: Storable {}
extension Payer: Storable {}
