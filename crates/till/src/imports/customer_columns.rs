//! What files call the columns of customers.

use super::Column;

/// The columns of a file of customers.
pub(super) const CUSTOMER_COLUMNS: &[Column] = &[
    Column::text(
        "code",
        &[
            "Mã khách hàng",
            "Customer code",
            "Mã KH",
            "Mã",
            "Code",
            "Customer ID",
            "ID",
        ],
        16,
    ),
    Column::text(
        "name",
        &[
            "Tên khách hàng",
            "Customer name",
            "Họ và tên",
            "Họ tên",
            "Tên KH",
            "Khách hàng",
            "Tên",
            "Name",
            "Full name",
            "Customer",
        ],
        30,
    ),
    Column::text(
        "phone",
        &[
            "Số điện thoại",
            "Phone",
            "Điện thoại",
            "SĐT",
            "Di động",
            "Phone number",
            "Mobile",
            "Tel",
            "Telephone",
        ],
        14,
    ),
    Column::text(
        "kind",
        &[
            "Loại khách hàng",
            "Customer type",
            "Loại khách",
            "Loại",
            "Type",
            "Kind",
        ],
        14,
    ),
    Column::text("email", &["Email", "E-mail", "Thư điện tử", "Địa chỉ email"], 26),
    Column::text(
        "taxId",
        &[
            "Mã số thuế",
            "Tax code",
            "MST",
            "Mã thuế",
            "Tax ID",
            "Tax number",
            "VAT number",
        ],
        16,
    ),
    Column::text(
        "tag",
        &["Nhãn", "Tag", "Nhóm khách hàng", "Nhóm", "Label", "Group"],
        14,
    ),
    Column::text(
        "contacts.0.name",
        &[
            "Người liên hệ",
            "Contact person",
            "Tên người liên hệ",
            "Contact",
            "Contact name",
        ],
        24,
    ),
    Column::text(
        "contacts.0.phone",
        &[
            "SĐT người liên hệ",
            "Contact phone",
            "Số điện thoại người liên hệ",
            "Điện thoại liên hệ",
        ],
        16,
    ),
    Column::text(
        "contacts.0.email",
        &["Email người liên hệ", "Contact email", "Email liên hệ"],
        26,
    ),
    Column::text(
        "address.address",
        &[
            "Địa chỉ",
            "Address",
            "Số nhà, đường",
            "Đường",
            "Street",
            "Street address",
        ],
        34,
    ),
    Column::text("address.ward", &["Phường/Xã", "Ward", "Phường", "Xã"], 18),
    Column::text(
        "address.district",
        &["Quận/Huyện", "District", "Quận", "Huyện"],
        18,
    ),
    Column::text(
        "address.province",
        &[
            "Tỉnh/Thành phố",
            "Province",
            "Tỉnh thành",
            "Tỉnh",
            "Thành phố",
            "City",
        ],
        18,
    ),
    Column::text("address.country", &["Quốc gia", "Country", "Nước"], 14),
    Column::text(
        "address.zipCode",
        &[
            "Mã bưu chính",
            "Post code",
            "Mã bưu điện",
            "Zip code",
            "Zip",
            "Postal code",
        ],
        12,
    ),
];
