import Hummingbird
import KohortStore
import KohortWeb
import Tenancy

extension Pages {
    static let signInRoom: [any Page.Type] = [
        AskScreen.self, AskedScreen.self, SignInScreen.self, ProviderLeaveScreen.self, ProviderTroubleScreen.self,
        SecretForm.self, RecoveryScreen.self, AgainScreen.self,
    ]
}

extension Site {
    var signInRoutes: [Route] { doorRoutes + ownWayRoutes + ownAddressRoutes }

    private var ownAddressRoutes: [Route] {
        [
            page(.get, "/{tenant}/me/address", .query(OwnPassword.name), AddressDesk.show),
            page(.post, "/{tenant}/me/address", .command(AskForNewAddress.name), AddressDesk.ask),
            page(.get, "/{tenant}/me/address/{secret}", .query(CurrentConsortium.name), AddressDesk.open),
            page(.post, "/{tenant}/me/address/{secret}", .command(ConfirmNewAddress.name), AddressDesk.confirm),
        ]
    }

    private var doorRoutes: [Route] {
        [
            page(.get, "/{tenant}/sign-in", .query(OfferedProviders.name), also: .settingUp, AskDesk.form),
            page(.post, "/{tenant}/sign-in", .command(AskForSignIn.name), also: .settingUp, AskDesk.ask),
            page(.get, "/{tenant}/sign-in/asked", .query(CurrentConsortium.name), also: .settingUp, AskDesk.asked),
            page(
                .get, "/{tenant}/sign-in/{secret}", .query(CurrentConsortium.name), also: .settingUp, SignInDesk.confirm
            ),
            page(.post, "/{tenant}/sign-in/{secret}", .command(UseSignInLink.name), also: .settingUp, SignInDesk.start),
            page(
                .get, "/{tenant}/sign-in/with/{provider}", .command(BeginProviderAttempt.name), also: .settingUp,
                ProviderDesk.leave),
            page(
                .get, "/{tenant}/sign-in/with/{provider}/return", .command(TakeProviderAttempt.name), also: .settingUp,
                ProviderDesk.arrive),
            api(
                .post, "/{tenant}/sign-in/with/{provider}/sign-out", .command(EndProviderSessions.name),
                ProviderEndingDesk.end),
            page(
                .get, "/{tenant}/sign-in/password", .query(OfferedProviders.name), also: .settingUp, PasswordDesk.show),
            page(.post, "/{tenant}/sign-in/password", .command(TryPassword.name), also: .settingUp, PasswordDesk.enter),
            page(
                .get, "/{tenant}/sign-in/code", .query(OfferedProviders.name), also: .settingUp, PasswordDesk.showSecond
            ),
            page(
                .post, "/{tenant}/sign-in/code", .command(SignInWithPassword.name), also: .settingUp,
                PasswordDesk.finish),
            page(
                .get, "/{tenant}/me/ways-in/password", .query(OwnPassword.name), also: .settingUp, OwnPasswordDesk.show),
            page(
                .post, "/{tenant}/me/ways-in/password", .command(SetPassword.name), also: .settingUp,
                OwnPasswordDesk.set),
            page(.get, "/{tenant}/me/ways-in", .query(OwnWays.name), also: .settingUp, OwnWaysDesk.show),
            page(
                .post, "/{tenant}/me/ways-in/providers/{provider}", .command(BeginProviderAttempt.name),
                also: .settingUp,
                ProviderDesk.link),
            page(.post, "/{tenant}/sign-out", .command(SignOut.name), also: .settingUp, SignInDesk.end),
        ]
    }

    private var ownWayRoutes: [Route] {
        [
            page(.get, "/{tenant}/me/confirmation", .query(OwnPassword.name), AgainDesk.show),
            page(.post, "/{tenant}/me/confirmation", .command(SignInWithPassword.name), AgainDesk.prove),
            page(.post, "/{tenant}/me/confirmation/link", .command(AskForSignIn.name), AgainDesk.mail),
            page(
                .get, "/{tenant}/me/ways-in/password/change", .query(OwnPassword.name), OwnPasswordDesk.showChange),
            page(
                .post, "/{tenant}/me/ways-in/password/change", .command(ChangePassword.name),
                OwnPasswordDesk.change),
            page(
                .post, "/{tenant}/me/ways-in/identities/{identity}/removal", .command(UnlinkIdentity.name),
                OwnWaysDesk.unlink),
        ]
    }
}
