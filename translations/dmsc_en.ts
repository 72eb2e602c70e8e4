<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Bootstrap</name>
    <message numerus="yes">
        <source>%n setting(s) taken over from the card</source>
        <translation>
            <numerusform>%n setting taken over from the card</numerusform>
            <numerusform>%n settings taken over from the card</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be stored</source>
        <translation>
            <numerusform>%n could not be stored</numerusform>
            <numerusform>%n could not be stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed, the card does not list them any more</source>
        <translation>
            <numerusform>%n removed, the card does not list it any more</numerusform>
            <numerusform>%n removed, the card does not list them any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n setting(s)?</source>
        <translation>
            <numerusform>Take over %n setting?</numerusform>
            <numerusform>Take over %n settings?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardFile</name>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardFileModel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%1 was read with %n warning(s); the first: %2</source>
        <translation>
            <numerusform>%1 was read with %n warning: %2</numerusform>
            <numerusform>%1 was read with %n warnings; the first: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the value of %n node(s)</source>
        <translation>
            <numerusform>the value of %n node</numerusform>
            <numerusform>the values of %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s)</source>
        <translation>
            <numerusform>%1 of %n node</numerusform>
            <numerusform>%1 of %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message numerus="yes">
        <source>%n node(s) inside</source>
        <translation>
            <numerusform>%n node inside</numerusform>
            <numerusform>%n nodes inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) inside</source>
        <translation>
            <numerusform>%n difference inside</numerusform>
            <numerusform>%n differences inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted: %1</source>
        <translation>
            <numerusform>%n deleted: %1</numerusform>
            <numerusform>%n deleted: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln inside</source>
        <translation>
            <numerusform>%1, %Ln inside</numerusform>
            <numerusform>%1, %Ln inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln inside</source>
        <comment>mark</comment>
        <translation>
            <numerusform>%1 %Ln inside</numerusform>
            <numerusform>%1 %Ln inside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message numerus="yes">
        <source>Let %n setting(s) of this device be changed?</source>
        <translation>
            <numerusform>Let %n setting of this device be changed?</numerusform>
            <numerusform>Let %n settings of this device be changed?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlowRun</name>
    <message numerus="yes">
        <source>The device has taken in what the card sent, but for %n object(s) refused by it or its user.</source>
        <translation>
            <numerusform>The device has taken in what the card sent, but for %n object refused by it or its user.</numerusform>
            <numerusform>The device has taken in what the card sent, but for %n objects refused by it or its user.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing has changed: the device or its user refused %n object(s) of the card.</source>
        <translation>
            <numerusform>Nothing has changed: the device or its user refused %n object of the card.</numerusform>
            <numerusform>Nothing has changed: the device or its user refused %n objects of the card.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) decided</source>
        <translation>
            <numerusform>%n conflict decided</numerusform>
            <numerusform>%n conflicts decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The card was asked %n time(s); the device has used no password.</source>
        <translation>
            <numerusform>The card was asked %n time; the device has used no password.</numerusform>
            <numerusform>The card was asked %n times; the device has used no password.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandshakeValueModel</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message numerus="yes">
        <source>%n row(s) belong to it</source>
        <translation>
            <numerusform>%n row belongs to it</numerusform>
            <numerusform>%n rows belong to it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryRows</name>
    <message numerus="yes">
        <source>%Ln block(s)</source>
        <translation>
            <numerusform>%Ln block</numerusform>
            <numerusform>%Ln blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message numerus="yes">
        <source>%n conflict(s) are not decided yet</source>
        <translation>
            <numerusform>%n conflict is not decided yet</numerusform>
            <numerusform>%n conflicts are not decided yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergePreview</name>
    <message numerus="yes">
        <source>%n change(s) on the device</source>
        <translation>
            <numerusform>%n change on the device</numerusform>
            <numerusform>%n changes on the device</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) on the card</source>
        <translation>
            <numerusform>%n change on the card</numerusform>
            <numerusform>%n changes on the card</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>%n conflict to decide</numerusform>
            <numerusform>%n conflicts to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoModel</name>
    <message numerus="yes">
        <source>%1 at %2, %3, %n difference(s)</source>
        <translation>
            <numerusform>%1 at %2, %3, %n difference</numerusform>
            <numerusform>%1 at %2, %3, %n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectTag</name>
    <message numerus="yes">
        <source>a tag that begins so has %n byte(s)</source>
        <translation>
            <numerusform>a tag that begins so has %n byte</numerusform>
            <numerusform>a tag that begins so has %n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowPairModel</name>
    <message numerus="yes">
        <source>%n row(s) same</source>
        <translation>
            <numerusform>%n row same</numerusform>
            <numerusform>%n rows same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s)</source>
        <translation>
            <numerusform>%n differs</numerusform>
            <numerusform>%n differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only left</source>
        <translation>
            <numerusform>%n only left</numerusform>
            <numerusform>%n only left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>%n only right</numerusform>
            <numerusform>%n only right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not played</source>
        <translation>
            <numerusform>%n not played</numerusform>
            <numerusform>%n not played</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with nothing to compare</source>
        <translation>
            <numerusform>%n with nothing to compare</numerusform>
            <numerusform>%n with nothing to compare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::CompareView</name>
    <message numerus="yes">
        <source>Copy %n row(s) to the device</source>
        <translation>
            <numerusform>Copy %n row to the device</numerusform>
            <numerusform>Copy %n rows to the device</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s) to the card</source>
        <translation>
            <numerusform>Copy %n row to the card</numerusform>
            <numerusform>Copy %n rows to the card</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::ConflictView</name>
    <message numerus="yes">
        <source>%n conflict(s), all decided</source>
        <translation>
            <numerusform>%n conflict, all decided</numerusform>
            <numerusform>%n conflicts, all decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n still open</numerusform>
            <numerusform>%n still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left to answer</source>
        <translation>
            <numerusform>%n second left to answer</numerusform>
            <numerusform>%n seconds left to answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::DeskController</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n operation(s) from the plan</source>
        <translation>
            <numerusform>remove %n operation from the plan</numerusform>
            <numerusform>remove %n operations from the plan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>apply %n operation(s)</source>
        <translation>
            <numerusform>apply %n operation</numerusform>
            <numerusform>apply %n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) no longer fit and were taken out of the plan</source>
        <translation>
            <numerusform>%n operation no longer fits and was taken out of the plan</numerusform>
            <numerusform>%n operations no longer fit and were taken out of the plan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::ExtentStrip</name>
    <message numerus="yes">
        <source>%n extent(s) of at most 32,767 bytes: %1</source>
        <translation>
            <numerusform>%n extent of at most 32,767 bytes: %1</numerusform>
            <numerusform>%n extents of at most 32,767 bytes: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::FlowPanel</name>
    <message numerus="yes">
        <source>%Ln DM message(s), %1 bytes, %2</source>
        <comment>%2 is a number of command pairs</comment>
        <translation>
            <numerusform>%Ln DM message, %1 bytes, %2</numerusform>
            <numerusform>%Ln DM messages, %1 bytes, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln command pair(s)</source>
        <translation>
            <numerusform>%Ln command pair</numerusform>
            <numerusform>%Ln command pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::LogView</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::MainWindow</name>
    <message numerus="yes">
        <source>%1 was read with %n warning(s); the first: %2</source>
        <translation>
            <numerusform>%1 was read with %n warning: %2</numerusform>
            <numerusform>%1 was read with %n warnings; the first: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the card&apos;s memory are not applied.</source>
        <translation>
            <numerusform>%n change of the card&apos;s memory is not applied.</numerusform>
            <numerusform>%n changes of the card&apos;s memory are not applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applied: %Ln operation(s)</source>
        <translation>
            <numerusform>Applied: %Ln operation</numerusform>
            <numerusform>Applied: %Ln operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln planned operation(s) are not applied.</source>
        <translation>
            <numerusform>%Ln planned operation is not applied.</numerusform>
            <numerusform>%Ln planned operations are not applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::MemoryFlow</name>
    <message numerus="yes">
        <source>Memory: %n change(s) done</source>
        <translation>
            <numerusform>Memory: %n change done</numerusform>
            <numerusform>Memory: %n changes done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the card&apos;s memory went with the card: not applied</source>
        <translation>
            <numerusform>%n change of the card&apos;s memory went with the card: not applied</numerusform>
            <numerusform>%n changes of the card&apos;s memory went with the card: not applied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::MemoryPane</name>
    <message numerus="yes">
        <source>remove %n change(s) of memory</source>
        <translation>
            <numerusform>remove %n change of memory</numerusform>
            <numerusform>remove %n changes of memory</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages behind this one</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::PinChangeDialog</name>
    <message numerus="yes">
        <source>%n tries of %1 left. A wrong entry uses one up.</source>
        <translation>
            <numerusform>%n try of %1 left. A wrong entry uses it up.</numerusform>
            <numerusform>%n tries of %1 left. A wrong entry uses one up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::PinPanel</name>
    <message numerus="yes">
        <source>%n tries left. A wrong entry uses one up.</source>
        <translation>
            <numerusform>%n try left. A wrong entry uses it up.</numerusform>
            <numerusform>%n tries left. A wrong entry uses one up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::PromptPage</name>
    <message numerus="yes">
        <source>You can answer in %n second(s)</source>
        <translation>
            <numerusform>You can answer in %n second</numerusform>
            <numerusform>You can answer in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::RecordingComparison</name>
    <message numerus="yes">
        <source>%n field(s) differ</source>
        <translation>
            <numerusform>%n field differs</numerusform>
            <numerusform>%n fields differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::ReplayForm</name>
    <message numerus="yes">
        <source>%n message(s) changed by hand</source>
        <translation>
            <numerusform>%n message changed by hand</numerusform>
            <numerusform>%n messages changed by hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::RunPage</name>
    <message numerus="yes">
        <source>A session is open: %n command pair(s), %1 bytes, %2.</source>
        <translation>
            <numerusform>A session is open: %n command pair, %1 bytes, %2.</numerusform>
            <numerusform>A session is open: %n command pairs, %1 bytes, %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::SessionFlows</name>
    <message numerus="yes">
        <source>Device and card are in step: %n change(s) were made.</source>
        <translation>
            <numerusform>Device and card are in step: %n change was made.</numerusform>
            <numerusform>Device and card are in step: %n changes were made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::StatusStrip</name>
    <message numerus="yes">
        <source>recording, %Ln row(s)</source>
        <translation>
            <numerusform>recording, %Ln row</numerusform>
            <numerusform>recording, %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln operation(s) not applied</source>
        <translation>
            <numerusform>%Ln operation not applied</numerusform>
            <numerusform>%Ln operations not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::SyncPanel</name>
    <message numerus="yes">
        <source>%n change(s) for the device,</source>
        <translation>
            <numerusform>%n change for the device,</numerusform>
            <numerusform>%n changes for the device,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) for the card,</source>
        <translation>
            <numerusform>%n change for the card,</numerusform>
            <numerusform>%n changes for the card,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) between them.</source>
        <translation>
            <numerusform>%n conflict between them.</numerusform>
            <numerusform>%n conflicts between them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were made alike on both sides.</source>
        <translation>
            <numerusform>%n change was made alike on both sides.</numerusform>
            <numerusform>%n changes were made alike on both sides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) are still open: decide them first</source>
        <translation>
            <numerusform>%n conflict is still open: decide it first</numerusform>
            <numerusform>%n conflicts are still open: decide them first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::WritePreview</name>
    <message numerus="yes">
        <source>%n write(s) to files of %1. Nothing was sent to the card yet.</source>
        <translation>
            <numerusform>%n write to files of %1. Nothing was sent to the card yet.</numerusform>
            <numerusform>%n writes to files of %1. Nothing was sent to the card yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
</context>
</TS>
