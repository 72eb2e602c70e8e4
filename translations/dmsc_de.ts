<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Acl</name>
    <message>
        <source>an ACL looks like Add=server&amp;Get=*; cannot read &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open on the &amp;device side...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a document or an image of a handset on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the &amp;card side...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a document or an image of a card on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the de&amp;mo desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An emulated handset and an emulated card to try things on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the device tree &amp;as...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the device&apos;s tree as TNDS, WBXML, DDF or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the card&apos;s &amp;tree as...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the card&apos;s tree as TNDS, WBXML, DDF or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reload both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again what changed on device and card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the device side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the card side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to the &amp;card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan to make the selected rows on the card like those on the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to the &amp;device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan to make the selected rows on the device like those on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit value...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the value on the side that has the focus (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a node below...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a new node below the current one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit &amp;Title...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit T&amp;ype...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit AC&amp;L...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan to delete the selected rows on the side that has the focus (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry out all planned operations, or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel what runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at the next safe point; nothing is left half done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all &amp;operations from the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand &amp;differences only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what differs, close everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Collapse all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide what is identical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command by its words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the hints again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Aes</name>
    <message>
        <source>the cryptographic library refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AesKey</name>
    <message>
        <source>an AES key has 16, 24 or 32 bytes, not %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertCode</name>
    <message>
        <source>display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirm or reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiple choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session initiated by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session initiated by the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generic alert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Apdu</name>
    <message>
        <source>APDU offset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lc announces %1 data bytes, %2 bytes follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an extended length needs two bytes after 00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expected length must be 1 to 65536 bytes, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a command of %1 bytes is too long, at most %2 can be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a command has at least 4 bytes, this one %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a response with %1 data bytes is too long, at most %2 can be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a response has at least 2 bytes, the card answered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a response of %1 bytes is too long, at most %2 were expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApduClient</name>
    <message>
        <source>command %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card announces more data but gives none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card&apos;s answer has more than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped after %1 of %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bytes</name>
    <message>
        <source>character %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hexadecimal digit was expected, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last byte has one hexadecimal digit, two were expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardClient</name>
    <message>
        <source>the card&apos;s answer to %1 cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card refused %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card has no DM_SC application (SELECT F0444D5F534301)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card speaks version %1.%2 of the interface, version 1 was expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardImage</name>
    <message>
        <source>the card&apos;s image has no epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card&apos;s image has no complete set of keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardReader</name>
    <message>
        <source>what the card gave does not agree with the digest of its tree; it may be changing all the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card&apos;s tree changed while it was read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>there is no format %1; expected xml, wbxml, ddf, prov, provwbxml or json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the suffix names no format; expected .xml, .wbxml, .ddf or .json, or --to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the suffix of a new file names its format; expected .xml, .wbxml, .ddf or .json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy needs --uri: what to copy; see dmsc --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo and --profile exclude each other; see dmsc --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no card; expected card:FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see dmsc --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 of %2 expects a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not know the option --%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a command is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no command %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>Device: name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device: value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card: name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card: value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the card at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed by the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) inside</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) inside</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>the image is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the image cannot be read or written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a file of that name already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the image cannot be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the image cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Decode</name>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rest is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proprietary, channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interindustry, channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, secure messaging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, more of the chain follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a command has at least 4 bytes, this has %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lc, data and Le do not fit the %1 bytes after P2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a response has at least 2 bytes, this has %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>the DDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the DDF of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 allows %2 only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes this node permanent: it can be neither added, deleted nor renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a leaf has no children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node of that name is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no node of the name %2 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 allows at most %2 nodes of this kind here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for Format %2 here, not %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root can never be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for at least one node of this kind here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an interior node has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root can never be renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls this node %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the demo desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing open on the side that the plan changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device refused its part (%1) and the card could not be set back: the card is changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>this is a SyncML message, not a tree: expected &lt;MgmtTree&gt;, found %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a Management Object as plain XML (its elements are named like the nodes), not TNDS: expected &lt;MgmtTree&gt;, found %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected &lt;MgmtTree&gt; (TNDS, DDF) or &lt;wap-provisioningdoc&gt;, found %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty: expected a TNDS, DDF, provisioning or JSON document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a SQLite file, perhaps the image of a card or handset, not a document: open it as card:FILE or handset:FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a SyncML message in WBXML, not a tree: expected the public id of DM-DDF 1.2 or PROV 1.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown kind of file: expected XML (TNDS, DDF, provisioning), WBXML or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a document has at most 4 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown document format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a folder, a file was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditRules</name>
    <message>
        <source>There is no such node on this side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This side is open for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A leaf has no children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a node called %1 here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The root of a tree stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmulatedHandset</name>
    <message>
        <source>stopped before it began</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldModel</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileJob</name>
    <message>
        <source>The file has %1 bytes, a value may have %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are the same on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows whose value differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows whose ACL, Format, Type or Title differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that only the device has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that only the card has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that hang elsewhere on the other side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>an interior node has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node of Format null has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format int expects a whole number from -2147483648 to 2147483647</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format bool expects true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format float expects a number such as -12.5 or 1E4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format date expects a date such as 2026-11-24</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format time expects a time such as 13:45:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format b64 expects base64 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text must not contain a NUL byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text must be valid UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>the journal of changes cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>expected a string in &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a string, number or bool in &quot;value&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected base64 in &quot;value&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text must not contain a NUL byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected &quot;text&quot; or &quot;base64&quot; in &quot;encoding&quot;, found &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a number from 0 to 65535 in &quot;verno&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected an object with a &quot;uri&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown Format &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an interior node (Format node) has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two nodes of one URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root is an interior node (Format node)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a leaf has no children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a JSON object with a &quot;nodes&quot; array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>a command has at least 4 bytes, this one %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a command of %1 bytes is too long, at most %2 can be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card did not answer, %1 bytes came instead of at least 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card answered %1 bytes, at most %2 were expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Shows a device&apos;s DM tree and a card&apos;s MO store side by side, and copies Management Objects both ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open on the device side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open on the card side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the demo desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark, contrast or system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en or de</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk through the demo desk, leave pictures in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the session in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unexpected word &apos;%1&apos;; files go with --device and --card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no theme &apos;%1&apos;; light, dark, contrast or system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no language &apos;%1&apos;; en or de</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Check that it is there and may be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was open stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or copy a smaller part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload both sides, then look at the plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written to it. Open another image or a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the keys that the card was issued with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log shows what the card answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take operations out of the plan or delete an MO.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MgmtTree</name>
    <message>
        <source>the description holds characters that XML cannot carry (expected UTF-8 without control characters)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elements nested more than %1 deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected &lt;MgmtTree&gt;, found %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text and elements are mixed in a Value that is not XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Node holds either a Value or Nodes, found both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one &lt;Value&gt; in a Node, found a second one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1, found the text &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value has at most 256 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a property has at most 1 MB of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected UTF-8 text without control characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected UTF-8 text without NUL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VerDTD %1 is read as 1.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one &lt;NodeName&gt; in a Node, found a second one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a VerNo from 0 to 65535, found &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an Occurrence without its number is read as one without a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a &lt;NodeName&gt; that is not empty in this Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an interior node (Format node) has no Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root is an interior node (Format node)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a leaf (Format %1) has no Nodes below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value of Format bin is written as base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 elements of other namespaces are left out, the first is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ACL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the TStamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds characters that the document cannot carry (expected UTF-8 text without control characters; Format bin carries any bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a document has at most 4 GB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoModel</name>
    <message>
        <source>MO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only card</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 at %2, %3, %n difference(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NodeDigests</name>
    <message>
        <source>an answer about digests cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>the parent of the node to add is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node to add is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node to delete is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node to delete has changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node to change is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node has changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such Format</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairState</name>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>properties differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Provisioning</name>
    <message>
        <source>nothing to put into a provisioning document: expected an account of Type %1 or a node ./Provisioning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1, found &lt;%2&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elements nested more than %1 deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribute %1 has at most %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribute %1: expected UTF-8 text without NUL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected &lt;characteristic&gt; or &lt;parm&gt;, found the text &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a provisioning document: its public id is %1, expected PROV 1.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds characters that XML cannot carry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Random</name>
    <message>
        <source>the system gave no random numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestUri</name>
    <message>
        <source>there is no such property or list: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scp03</name>
    <message>
        <source>1 to %1 bytes can be derived, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the command carries no MAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the command&apos;s MAC is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer tells of an error but carries unprotected data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer carries no MAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer&apos;s MAC is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the encrypted data is not a row of whole blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the padding of the decrypted data is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card refused the handshake, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer of %1 or %2 bytes was expected, the card gave %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card offers secure channel protocol %1, 3 was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card&apos;s SCP03 parameter %1 contradicts its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card works with %1-byte MACs, the other size was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card does not offer security level %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card answered with key version %1, %2 was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card is another one, its key diversification data is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card&apos;s challenge does not follow from its sequence counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card does not know the keys, its cryptogram is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secure channel is closed, a new handshake is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 data bytes do not fit a protected command, at most %2 do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecurityLevel</name>
    <message>
        <source>commands authenticated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands authenticated and encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands and responses authenticated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands and responses authenticated, commands encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands and responses authenticated and encrypted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideSession</name>
    <message>
        <source>a profile needs a tree with values, this document describes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version does not read cards in readers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file&apos;s name must end in .xml, .wbxml, .ddf or .json</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateTone</name>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusCode</name>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted for processing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authenticated for the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chunk accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled by the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back with its Atomic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not modified, the user said no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unauthorised, credentials are wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payment required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command not allowed on this node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional feature not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentication required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request entity too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URI too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsupported Type or Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too big to be displayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict resolved with the server&apos;s data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown search grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad CGI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft-delete conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size mismatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission denied by the ACL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command not implemented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service unavailable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DTD version not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processing error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atomic failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refresh required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data store failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protocol version not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roll-back of the Atomic failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response to the Atomic too large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusWord</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card&apos;s toolkit is busy, try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a warning without details, nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of the returned data may be damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of the file or record came before the expected length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the selected file is deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the selected file is terminated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more data can be retrieved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more data can be retrieved and a proactive command is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response data is available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the authentication failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card expects more data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card expects more data and a proactive command is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an error during execution, nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an error during execution, the card&apos;s memory was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card could not write to its memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the length of the command is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a feature asked for in the class byte is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the logical channel is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secure messaging is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last command of the chain was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command chaining is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the command is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the command does not suit the structure of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the security status is not satisfied, authenticate with sufficient rights and level first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the authentication method is blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the referenced data is invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the conditions of use are not satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the protection of the command is wrong (MAC, padding), the card has closed the secure channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the security of the secure channel is not satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the command&apos;s data is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the function is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file or application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough memory on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parameters P1 P2 are wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the length does not agree with P1 P2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the referenced key or data was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application name exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the offset or P1 P2 lies outside the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card does not know this instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card does not know this class byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an error that the card does not explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the maximum value is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentication error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the security session has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card cannot be suspended now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning without further information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of the data may be corrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end of file or record before the expected length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected file is deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected file is terminated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more data available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more data available, proactive command pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response data available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentication failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more data expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more data expected, proactive command pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>execution error, memory unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>execution error, memory changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>function of the class byte not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logical channel not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secure messaging not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last command of the chain expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command chaining not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command incompatible with the file structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>security status not satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentication method blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referenced data invalidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conditions of use not satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command not allowed, no file selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secure messaging data object missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secure messaging data object wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secure channel: security not satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incorrect data in the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>function not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file or application not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incorrect P1 or P2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lc inconsistent with P1 and P2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referenced data not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>application name exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong offset or parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instruction not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no precise diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card application toolkit busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum value reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>security session expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum suspension time not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done, %1 more bytes can be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong expected length, the right one is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done, a proactive command of %1 bytes is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done, with information on the data transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a warning, nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tries left: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a warning, the card&apos;s memory was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parameters or the data of the command are wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a status word without a known meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verification failed, tries left: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok, %1 more bytes available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong Le, %1 bytes available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok, proactive command of %1 bytes pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok, with information on the data transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning, memory unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning, memory changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown status word</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncMlText</name>
    <message>
        <source>the root is %1, expected SyncML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 commands and Items in a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atomic and Sequence nested more than %1 deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a DM command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;, expected a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the command has no CmdID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the message has no SyncHdr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the message has no SyncBody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SyncHdr has no MsgID that is a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a DM command and cannot be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without CmdID cannot be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message without MsgID cannot be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CmdID %1 stands twice in the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document is %1, expected a SyncML message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds octets that XML cannot carry; send it with Format bin or as WBXML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no memory for an XML message of %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the message is not well-formed XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root is in namespace %1, expected SYNCML:SYNCML1.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entity and other DTD declarations are not accepted in a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entity &amp;%1; is not defined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the message is not well-formed XML: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML message of %1 bytes, at most %2 are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the message is empty, expected a SyncML document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tlv</name>
    <message>
        <source>TLV offset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tag was expected, not 00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tag is cut off, another byte was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the second byte of a tag must not be 80</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tag has more than three bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a length was expected, the data ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a length of one to four bytes was expected, not the form %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the length is cut off, %1 bytes were expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object %1 announces %2 bytes, %3 are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object %1 is primitive, a constructed one was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objects are nested more than %1 deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object %1 should hold a number of 1 to 8 bytes, it has %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message>
        <source>a Type has at most 1024 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Title has at most 255 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value has at most 256 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an interior node has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tree holds at most 4 GB of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tree holds at most 65535 different Types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tree holds at most 16 million nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a leaf has no children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tree is at most 128 levels deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node of that name is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root cannot be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root cannot be renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a leaf cannot become an interior node, nor the other way round</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TreeBuilder</name>
    <message>
        <source>a tree is at most 128 levels deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tree holds at most 16 million nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Type has at most 1024 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value has at most 256 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Title has at most 255 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a leaf has no children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two nodes of one name below one parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no node open that could end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document ends within a node</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TreeClient</name>
    <message>
        <source>there is nothing to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node to change is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer left a command without a Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer refused the message: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer does not give its tree: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer refused a change: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer refused the changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TreeImage</name>
    <message>
        <source>a node of the unknown Format &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header entries do not agree with their digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its nodes do not agree with their digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has nodes without a parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the image is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a file of that name already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the image cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not an image of a card or a handset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a card&apos;s image was expected, this is another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a handset&apos;s image was expected, this is another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an image of version 1 was expected, this is version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program has changed the image; open it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Uri</name>
    <message>
        <source>a node name must not be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node must not be called . or ..</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node name contains neither / nor NUL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node name must be valid UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node name has at most 1024 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root is written . without a slash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a URI starts with ./ or a name, not with /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a URI has at most 128 segments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message>
        <source>Bytes %1 to %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are too much to lay out as XML; the limit is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements are nested more than %1 deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not well-formed XML: line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WbxmlText</name>
    <message>
        <source>WBXML document of %1 bytes, at most %2 are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not WBXML 1.1 to 1.3: version byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>character set %1, expected UTF-8 (106), US-ASCII (3) or ISO 8859-1 (4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>string table of %1 bytes, but %2 are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown public id %1, expected SyncML 1.0 to 1.2, DM-DDF 1.2 or PROV 1.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can be read after an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes follow the end of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension or processing instruction token %1 has no meaning here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end of an element before the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text before the first element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elements nested more than %1 deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown attribute token %1 on code page %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown attribute value token %1 on code page %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>string table references expand to too much text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>string without the NUL that ends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>string %1 is outside of the string table of %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opaque data of %1 bytes, but %2 are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entity %1 is not a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of more than 32 bits for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document ends where %1 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an attribute must follow the start of its element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribute %1 has no WBXML token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opaque data of more than 4 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more elements were ended than started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 elements were not ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text that holds NUL cannot be an inline string</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Where</name>
    <message>
        <source>expected card:FILE, handset:FILE, pcsc:READER or the path of a document, found &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Xml</name>
    <message>
        <source>not an XML document: it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not well-formed XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document declares the entity &quot;%1&quot;: documents with entities of their own are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not well-formed XML: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an XML document has at most 2 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an XML document: there is no root element</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::AclEditor</name>
    <message>
        <source>Servers that may %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server ids with + between them, * for everybody. All empty: inherited.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::ActionRegistry</name>
    <message>
        <source>there is no action %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot; already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::AddNodeForm</name>
    <message>
        <source>Name of the new node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the new node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the new node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MO identifier, or empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::AddressBar</name>
    <message>
        <source>Node URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node URI, such as ./DevInfo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes to the node in both trees</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::BoolEditor</name>
    <message>
        <source>Value, true or false</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::BytesEditor</name>
    <message>
        <source>Load file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value as hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the value from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the value as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, too long to edit by hand; load a file instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::CommandModel</name>
    <message>
        <source>not available now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type words of a command, in any order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::ComparePane</name>
    <message>
        <source>No row passes the filter. Escape in the filter field clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a handset, a card or a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A device&apos;s tree stands on the left, a card&apos;s MO store on the right.
Files can also be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither side shows a node %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::CompareView</name>
    <message>
        <source>Device and card, row by row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No differences are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went on from the first difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went on from the last difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the device side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the card side</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s) to the device</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s) to the card</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::DeskController</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open a card or a document on the right first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a handset or a document on the left first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides are the same here: there is nothing to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy %1 to the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy %1 to the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete %1 on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete %1 on the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>remove %n operation(s) from the plan</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) of the plan no longer fit and left it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>apply %n operation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::DetailsPane</name>
    <message>
        <source>Properties and value of the selected row stand here.

Select a row in the trees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties of both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit on card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACL...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a node below...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such node on this side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This side is open for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the value, or another property by the arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A leaf has no children; select the node above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::EditPanel</name>
    <message>
        <source>Add to plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the edit to the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of %1 on the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of %1 on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACL of %1 on the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACL of %1 on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 on the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New node below %1 on the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New node below %1 on the card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::FilterBar</name>
    <message>
        <source>Filter by text or URI pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: text, or a pattern such as ./AP/*/Addr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text is looked for in names and values; * and ? make it a pattern for URIs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::HexView</name>
    <message>
        <source>Bytes of the selected row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes of request, %2 bytes of response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, bytes %2 to %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::HintBar</name>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it, close this hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device on the left, card on the right, equal nodes in one row. F7 goes to the next difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Right copies the row to the card, Alt+Left to the device. It is only planned until you apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K finds every command by its words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::LineEditor</name>
    <message>
        <source>Value, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from %1 to %2; Up and Down count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number such as 1.5, -2E3, INF or NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date, ISO 8601: 2026-03-31 or 20260331</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time, ISO 8601: 09:30:00 or 093000Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::LogView</name>
    <message>
        <source>Session log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the session log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the session log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, target, status or layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers shown in the session log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which layers are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the workbench says to cards, handsets and files appears here, row by row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::MainWindow</name>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 was read with %n oddity(ies); the first: %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 operations were refused, so nothing was changed; the plan says why</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Applied: %n operation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DM-SC workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - DM-SC workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is running; wait or cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open on the device side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open on the card side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MOs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the device side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the card side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trees and images (*.xml *.wbxml *.ddf *.json *.card *.handset *.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the device&apos;s tree as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the card&apos;s tree as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TNDS, XML (*.xml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TNDS, WBXML (*.wbxml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DDF (*.ddf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n planned operation(s) are not applied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was changed and is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing now forgets that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: %1, from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DM-SC workbench %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares and copies OMA DM Management Objects between devices and smart cards. Apache-2.0.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::MemoryBar</name>
    <message>
        <source>Memory of the card: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>used, total</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, plan +%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::MessageBar</name>
    <message>
        <source>Show in log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>error, advice</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::MoList</name>
    <message>
        <source>Management Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MOs of both sides stand here, with what differs in each.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::NoValueEditor</name>
    <message>
        <source>An interior node has children, not a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format null has no value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::PlanPane</name>
    <message>
        <source>Planned operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies and edits collect here until you apply them.

Select a row in the trees and press Alt+Right or Alt+Left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected operations from the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all operations from the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These operations are done; Undo plans their opposite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the operations to take out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::PropertyModel</name>
    <message>
        <source>URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TStamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VerNo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own ACL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective ACL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACL written at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::RecordDetails</name>
    <message>
        <source>Show secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows PINs, keys and nonces of this row, which are dots otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded fields of the selected row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::SourcePicker</name>
    <message>
        <source>nothing open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open something on this side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::StatusStrip</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel what runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no secure channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) not applied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 warnings and %2 errors; show the log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::TextEditor</name>
    <message>
        <source>Several lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of several lines, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::Tour</name>
    <message>
        <source>The folder cannot be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour does not get on at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>error, file</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dmsc::ValueView</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 value as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither value is XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such node on this side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>planCopy</name>
    <message>
        <source>a leaf cannot be the root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a leaf has no children</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
