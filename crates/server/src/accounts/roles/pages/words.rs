//! What permissions are called, and what they mean, in words for people.

use crate::{
    cx::{Permission, Standing},
    text::Text,
};

/// What people call a permission.
pub fn permission_name(t: Text, permission: Permission) -> String {
    match permission {
        Permission::ReadOwnAccount => t.roles_permission_account_read(),
        Permission::ChangeOwnAccount => t.roles_permission_account_change(),
        Permission::ListUsers => t.roles_permission_users_read(),
        Permission::AddUsers => t.roles_permission_users_add(),
        Permission::ChangeUsers => t.roles_permission_users_change(),
        Permission::DeleteUsers => t.roles_permission_users_delete(),
        Permission::ViewAsUsers => t.roles_permission_users_view_as(),
        Permission::ReadGroups => t.roles_permission_groups_read(),
        Permission::ManageGroups => t.roles_permission_groups_manage(),
        Permission::ManageRoles => t.roles_permission_roles_manage(),
        Permission::ManageSessions => t.roles_permission_sessions_manage(),
        Permission::ReadOwnership => t.roles_permission_ownership_read(),
        Permission::ManageOwnership => t.roles_permission_ownership_manage(),
        Permission::ReadSeats => t.roles_permission_seats_read(),
        Permission::ManageFeatures => t.roles_permission_features_manage(),
        Permission::ManageSecurity => t.roles_permission_security_manage(),
        Permission::ManageMail => t.roles_permission_mail_manage(),
        Permission::ReadAudit => t.roles_permission_audit_read(),
        Permission::ManageSysAdmin => t.roles_permission_sysadmin_manage(),
        Permission::LicensesRead => t.roles_permission_licenses_read(),
        Permission::LicensesManage => t.roles_permission_licenses_manage(),
        Permission::LicensesApprove => t.roles_permission_licenses_approve(),
        Permission::ManageLicense => t.roles_permission_license_manage(),
    }
}

/// What a permission means, in one line.
pub fn permission_meaning(t: Text, permission: Permission) -> String {
    match permission {
        Permission::ReadOwnAccount => t.roles_permission_account_read_meaning(),
        Permission::ChangeOwnAccount => t.roles_permission_account_change_meaning(),
        Permission::ListUsers => t.roles_permission_users_read_meaning(),
        Permission::AddUsers => t.roles_permission_users_add_meaning(),
        Permission::ChangeUsers => t.roles_permission_users_change_meaning(),
        Permission::DeleteUsers => t.roles_permission_users_delete_meaning(),
        Permission::ViewAsUsers => t.roles_permission_users_view_as_meaning(),
        Permission::ReadGroups => t.roles_permission_groups_read_meaning(),
        Permission::ManageGroups => t.roles_permission_groups_manage_meaning(),
        Permission::ManageRoles => t.roles_permission_roles_manage_meaning(),
        Permission::ManageSessions => t.roles_permission_sessions_manage_meaning(),
        Permission::ReadOwnership => t.roles_permission_ownership_read_meaning(),
        Permission::ManageOwnership => t.roles_permission_ownership_manage_meaning(),
        Permission::ReadSeats => t.roles_permission_seats_read_meaning(),
        Permission::ManageFeatures => t.roles_permission_features_manage_meaning(),
        Permission::ManageSecurity => t.roles_permission_security_manage_meaning(),
        Permission::ManageMail => t.roles_permission_mail_manage_meaning(),
        Permission::ReadAudit => t.roles_permission_audit_read_meaning(),
        Permission::ManageSysAdmin => t.roles_permission_sysadmin_manage_meaning(),
        Permission::LicensesRead => t.roles_permission_licenses_read_meaning(),
        Permission::LicensesManage => t.roles_permission_licenses_manage_meaning(),
        Permission::LicensesApprove => t.roles_permission_licenses_approve_meaning(),
        Permission::ManageLicense => t.roles_permission_license_manage_meaning(),
    }
}

/// What a built-in role says about a permission.
pub(super) fn standing_name(t: Text, standing: Standing) -> String {
    match standing {
        Standing::Always => t.roles_always(),
        Standing::Allow => t.roles_allow(),
        Standing::Deny => t.roles_deny(),
        Standing::Never => t.roles_never(),
    }
}
