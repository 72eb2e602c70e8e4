// SPDX-License-Identifier: Apache-2.0
#include "model/formats/provisioning.h"
#include "model/formats/text_tools.h"
#include "model/tree/tree_builder.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace dmsc {

namespace {

constexpr std::string_view kAccountMo = "urn:oma:mo:oma-dm-dmacc:1.0";
constexpr std::string_view kAnyAccountMo = "urn:oma:mo:oma-dm-dmacc:";
constexpr std::string_view kAccounts = "DMAcc";
constexpr std::string_view kOthers = "Provisioning";
constexpr std::string_view kDmApplication = "w7";

using Words = std::pair<std::string_view, std::string_view>; ///< in the document, in the tree

constexpr Words kAddressTypes[] = {{"IPV4", "IPv4"}, {"IPV6", "IPv6"}};
constexpr Words kAuthLevels[] = {{"APPSRV", "CLCRED"}, {"CLIENT", "SRVCRED"}};
constexpr Words kAccountParms[] = {{"APPID", "AppID"}, {"PROVIDER-ID", "ServerID"}, {"NAME", "Name"}};
constexpr Words kAuthParms[] = {{"AAUTHLEVEL", "AAuthLevel"}, {"AAUTHTYPE", "AAuthType"}, {"AAUTHNAME", "AAuthName"},
    {"AAUTHSECRET", "AAuthSecret"}, {"AAUTHDATA", "AAuthData"}};

template <std::size_t N> std::string_view toTree(const Words (&words)[N], std::string_view word)
{
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&](const Words& w) { return w.first == word; });
    return found == std::end(words) ? std::string_view() : found->second;
}

template <std::size_t N> std::string_view toDocument(const Words (&words)[N], std::string_view word)
{
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&](const Words& w) { return w.second == word; });
    return found == std::end(words) ? std::string_view() : found->first;
}

std::string_view orSame(std::string_view translated, std::string_view word)
{
    return translated.empty() ? word : translated;
}

/// Names for the children of one node: the document's word where that can be, else made fit and numbered.
class Names
{
public:
    std::string unique(std::string_view word)
    {
        std::string base = fit(word);
        std::size_t& number = m_numbers[base];
        std::string name = base;
        for (++number; number > 1 || m_used.contains(name); ++number) {
            name = base + '-' + std::to_string(std::max<std::size_t>(number, 2));
            if (!m_used.contains(name))
                break;
        }
        m_used.insert(name);
        return name;
    }

private:
    static std::string fit(std::string_view word)
    {
        std::string name;
        for (const char c : word) {
            if (c == '/')
                name += "%2F";
            else
                name += c;
        }
        if (name.empty() || name == "." || name == "..")
            name = name.empty() ? "_" : "%2E" + name.substr(1);
        return name;
    }

    std::unordered_set<std::string> m_used;
    std::unordered_map<std::string, std::size_t> m_numbers;
};

/// Writes a provisioning document's tree; the first error ends it.
class Mapper
{
public:
    Result<Tree> map(const Characteristic& document)
    {
        accounts(document);
        others(document);
        if (m_error)
            return tl::unexpected(std::move(*m_error));
        return m_builder.finish();
    }

private:
    static bool isAccount(const Characteristic& each)
    {
        const auto isDm = [](const ProvisioningParm& p) { return p.name == "APPID" && p.value == kDmApplication; };
        return each.type == "APPLICATION" && std::any_of(each.parms.begin(), each.parms.end(), isDm);
    }

    /// Without its ADDR or any credential the account MO has no place for it.
    static bool isAddress(const Characteristic& each)
    {
        const auto isAddr = [](const ProvisioningParm& p) { return p.name == "ADDR" && p.value; };
        return each.type == "APPADDR" && std::any_of(each.parms.begin(), each.parms.end(), isAddr);
    }

    static bool isAuth(const Characteristic& each)
    {
        const auto isKnown = [](const ProvisioningParm& p) { return p.value && !toTree(kAuthParms, p.name).empty(); };
        return each.type == "APPAUTH" && std::any_of(each.parms.begin(), each.parms.end(), isKnown);
    }

    void accounts(const Characteristic& document)
    {
        if (std::none_of(document.children.begin(), document.children.end(), isAccount))
            return;
        open(kAccounts);
        Names names;
        for (const Characteristic& each : document.children) {
            if (isAccount(each))
                account(each, names.unique(kDmApplication));
        }
        close();
    }

    void others(const Characteristic& document)
    {
        Characteristic rest;
        rest.parms = document.parms;
        const auto notAccount = [](const Characteristic& each) { return !isAccount(each); };
        if (document.parms.empty() && std::none_of(document.children.begin(), document.children.end(), notAccount))
            return;
        open(kOthers);
        if (!document.type.empty())
            good(m_builder.setTitle(document.type));
        Names names;
        for (const ProvisioningParm& parm : document.parms)
            generic(parm, names);
        for (const Characteristic& each : document.children) {
            if (notAccount(each))
                generic(each, names);
        }
        close();
    }

    void generic(const Characteristic& characteristic, Names& siblings)
    {
        openWord(characteristic.type, siblings);
        Names names;
        for (const ProvisioningParm& parm : characteristic.parms)
            generic(parm, names);
        for (const Characteristic& child : characteristic.children)
            generic(child, names);
        close();
    }

    void generic(const ProvisioningParm& parm, Names& siblings)
    {
        openWord(parm.name, siblings);
        if (parm.value) {
            value(*parm.value, Format::Chr);
        } else {
            m_builder.setFormat(Format::Null);
            good(m_builder.setValue({}));
        }
        close();
    }

    void account(const Characteristic& application, const std::string& name)
    {
        open(name);
        good(m_builder.setType(kAccountMo));
        Characteristic rest{"Ext", {}, {}};
        std::vector<const ProvisioningParm*> references;
        std::vector<const ProvisioningParm*> addresses;
        std::unordered_set<std::string_view> seen;
        for (const ProvisioningParm& parm : application.parms) {
            const std::string_view leafName = toTree(kAccountParms, parm.name);
            if (!leafName.empty() && parm.value && seen.insert(leafName).second)
                leaf(leafName, *parm.value);
            else if ((parm.name == "TO-PROXY" || parm.name == "TO-NAPID") && parm.value)
                references.push_back(&parm);
            else if (parm.name == "ADDR" && parm.value)
                addresses.push_back(&parm);
            else
                rest.parms.push_back(parm);
        }
        connections(references);
        addressNodes(application, addresses, rest);
        credentials(application, rest);
        for (const Characteristic& child : application.children) {
            if (!isAddress(child) && !isAuth(child))
                rest.children.push_back(child);
        }
        Names names;
        if (!rest.parms.empty() || !rest.children.empty())
            generic(rest, names);
        close();
    }

    void connections(const std::vector<const ProvisioningParm*>& references)
    {
        if (references.empty())
            return;
        open("ToConRef");
        for (std::size_t i = 0; i < references.size(); ++i) {
            open(std::to_string(i + 1));
            open("ConRef");
            value(*references[i]->value, Format::Chr);
            good(m_builder.setTitle(references[i]->name));
            close();
            close();
        }
        close();
    }

    void addressNodes(
        const Characteristic& application, const std::vector<const ProvisioningParm*>& plain, Characteristic& rest)
    {
        if (plain.empty() && std::none_of(application.children.begin(), application.children.end(), isAddress))
            return;
        open("AppAddr");
        std::size_t number = 0;
        for (const ProvisioningParm* parm : plain) {
            open(std::to_string(++number));
            leaf("Addr", *parm->value);
            leaf("AddrType", "URI");
            close();
        }
        for (const Characteristic& child : application.children) {
            if (isAddress(child))
                address(child, ++number, rest);
        }
        close();
    }

    void address(const Characteristic& from, std::size_t number, Characteristic& rest)
    {
        open(std::to_string(number));
        Characteristic left{from.type, {}, {}};
        const ProvisioningParm* addr = nullptr;
        const ProvisioningParm* type = nullptr;
        for (const ProvisioningParm& parm : from.parms) {
            if (parm.name == "ADDR" && parm.value && !addr)
                addr = &parm;
            else if (parm.name == "ADDRTYPE" && parm.value && !type)
                type = &parm;
            else
                left.parms.push_back(parm);
        }
        if (addr)
            leaf("Addr", *addr->value);
        leaf("AddrType", type ? orSame(toTree(kAddressTypes, *type->value), *type->value) : std::string_view("URI"));
        ports(from, left);
        close();
        if (!left.parms.empty() || !left.children.empty())
            rest.children.push_back(std::move(left));
    }

    void ports(const Characteristic& from, Characteristic& left)
    {
        std::vector<const ProvisioningParm*> numbers;
        for (const Characteristic& child : from.children) {
            const bool plain = child.type == "PORT" && child.children.empty();
            Characteristic more{child.type, {}, {}};
            for (const ProvisioningParm& parm : child.parms) {
                if (plain && parm.name == "PORTNBR" && parm.value)
                    numbers.push_back(&parm);
                else
                    more.parms.push_back(parm);
            }
            if (!plain)
                more = child;
            if (!more.parms.empty() || !more.children.empty())
                left.children.push_back(std::move(more));
        }
        if (numbers.empty())
            return;
        open("Port");
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            open(std::to_string(i + 1));
            leaf("PortNbr", *numbers[i]->value);
            close();
        }
        close();
    }

    void credentials(const Characteristic& application, Characteristic& rest)
    {
        if (std::none_of(application.children.begin(), application.children.end(), isAuth))
            return;
        open("AppAuth");
        std::size_t number = 0;
        for (const Characteristic& child : application.children) {
            if (!isAuth(child))
                continue;
            open(std::to_string(++number));
            Characteristic left{child.type, {}, child.children};
            std::unordered_set<std::string_view> seen;
            for (const ProvisioningParm& parm : child.parms) {
                const std::string_view leafName = toTree(kAuthParms, parm.name);
                if (leafName.empty() || !parm.value || !seen.insert(leafName).second)
                    left.parms.push_back(parm);
                else
                    credential(leafName, *parm.value);
            }
            close();
            if (!left.parms.empty() || !left.children.empty())
                rest.children.push_back(std::move(left));
        }
        close();
    }

    void credential(std::string_view leafName, const std::string& text)
    {
        if (leafName == "AAuthLevel") {
            leaf(leafName, orSame(toTree(kAuthLevels, text), text));
        } else if (leafName == "AAuthData") {
            open(leafName);
            const auto nonce = fromBase64(text);
            value(nonce ? *nonce : text, Format::Bin);
            close();
        } else {
            leaf(leafName, text);
        }
    }

    void leaf(std::string_view name, std::string_view text)
    {
        open(name);
        value(text, Format::Chr);
        close();
    }

    void value(std::string_view text, Format format)
    {
        m_builder.setFormat(format);
        good(m_builder.setType(format == Format::Bin ? "application/octet-stream" : "text/plain"));
        good(m_builder.setValue(text));
    }

    void openWord(std::string_view word, Names& siblings)
    {
        const std::string name = siblings.unique(word);
        open(name);
        if (name != word)
            good(m_builder.setTitle(word));
    }

    void open(std::string_view name)
    {
        // After an error nothing counts any more, but open and close must still pair.
        if (const auto opened = m_builder.open(name); !opened) {
            good(opened);
            good(m_builder.open("_"));
        }
    }
    void close() { good(m_builder.close()); }

    void good(const Result<void>& result)
    {
        if (!result && !m_error)
            m_error = result.error();
    }

    TreeBuilder m_builder;
    std::optional<Error> m_error;
};

/// The way back.
class Unmapper
{
public:
    explicit Unmapper(const Tree& tree)
        : m_tree(tree)
    {
    }

    Result<Characteristic> unmap(NodeId from)
    {
        Characteristic document;
        collect(from, document);
        if (document.children.empty() && document.parms.empty())
            return fail(ErrorKind::NotFound,
                QCoreApplication::translate("Provisioning",
                    "nothing to put into a provisioning document: expected an account of Type %1 or a node "
                    "./Provisioning")
                    .arg(shownHead(kAccountMo)),
                QString::fromStdString(m_tree.uri(from).text()));
        return document;
    }

private:
    void collect(NodeId id, Characteristic& document)
    {
        if (m_tree.isInterior(id) && m_tree.type(id).starts_with(kAnyAccountMo)) {
            account(id, document);
        } else if (m_tree.name(id) == kOthers && m_tree.parent(id) == Tree::root() && m_tree.isInterior(id)) {
            document.type = m_tree.title(id);
            generic(id, document);
        } else {
            for (const NodeId child : m_tree.children(id))
                collect(child, document);
        }
    }

    [[nodiscard]] std::string word(NodeId id) const
    {
        return std::string(m_tree.title(id).empty() ? m_tree.name(id) : m_tree.title(id));
    }

    /// What is below `id`, as parms and characteristics of `to`.
    void generic(NodeId id, Characteristic& to)
    {
        for (const NodeId child : m_tree.children(id)) {
            if (m_tree.isInterior(child)) {
                Characteristic next{word(child), {}, {}};
                generic(child, next);
                to.children.push_back(std::move(next));
            } else if (m_tree.format(child) == Format::Null) {
                to.parms.push_back({word(child), std::nullopt});
            } else {
                to.parms.push_back({word(child), text(child)});
            }
        }
    }

    [[nodiscard]] std::string text(NodeId id) const
    {
        return isBinary(m_tree.format(id)) ? toBase64(m_tree.value(id)) : std::string(m_tree.value(id));
    }

    void account(NodeId id, Characteristic& document)
    {
        Characteristic application{"APPLICATION", {}, {}};
        for (const auto& [parm, leafName] : kAccountParms) {
            if (const NodeId leaf = m_tree.child(id, leafName); leaf != kNoNode)
                application.parms.push_back({std::string(parm), text(leaf)});
            else if (parm == "APPID")
                application.parms.push_back({"APPID", std::string(kDmApplication)});
        }
        for (const NodeId reference : childrenOf(id, "ToConRef")) {
            if (const NodeId leaf = m_tree.child(reference, "ConRef"); leaf != kNoNode)
                application.parms.push_back({m_tree.title(leaf) == "TO-PROXY" ? "TO-PROXY" : "TO-NAPID", text(leaf)});
        }
        for (const NodeId address : childrenOf(id, "AppAddr"))
            application.children.push_back(addressOf(address));
        for (const NodeId auth : childrenOf(id, "AppAuth")) {
            Characteristic next{"APPAUTH", {}, {}};
            for (const auto& [parm, leafName] : kAuthParms) {
                if (const NodeId leaf = m_tree.child(auth, leafName); leaf != kNoNode)
                    next.parms.push_back({std::string(parm), credential(leafName, leaf)});
            }
            application.children.push_back(std::move(next));
        }
        if (const NodeId ext = m_tree.child(id, "Ext"); ext != kNoNode)
            generic(ext, application);
        document.children.push_back(std::move(application));
    }

    [[nodiscard]] std::string credential(std::string_view leafName, NodeId leaf) const
    {
        const std::string value = text(leaf);
        return leafName == "AAuthLevel" ? std::string(orSame(toDocument(kAuthLevels, value), value)) : value;
    }

    [[nodiscard]] Characteristic addressOf(NodeId id) const
    {
        Characteristic address{"APPADDR", {}, {}};
        if (const NodeId leaf = m_tree.child(id, "Addr"); leaf != kNoNode)
            address.parms.push_back({"ADDR", text(leaf)});
        if (const NodeId leaf = m_tree.child(id, "AddrType"); leaf != kNoNode && m_tree.value(leaf) != "URI")
            address.parms.push_back(
                {"ADDRTYPE", std::string(orSame(toDocument(kAddressTypes, text(leaf)), text(leaf)))});
        for (const NodeId port : childrenOf(id, "Port")) {
            if (const NodeId leaf = m_tree.child(port, "PortNbr"); leaf != kNoNode)
                address.children.push_back({"PORT", {{"PORTNBR", text(leaf)}}, {}});
        }
        return address;
    }

    [[nodiscard]] std::span<const NodeId> childrenOf(NodeId id, std::string_view name) const
    {
        const NodeId child = m_tree.child(id, name);
        return child == kNoNode ? std::span<const NodeId>() : m_tree.children(child);
    }

    const Tree& m_tree;
};

} // namespace

Result<Tree> treeOfProvisioning(const Characteristic& document)
{
    return Mapper().map(document);
}

Result<Characteristic> provisioningOfTree(const Tree& tree, NodeId from)
{
    return Unmapper(tree).unmap(from);
}

} // namespace dmsc
