<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Access</name>
    <message>
        <source>card issuer</source>
        <translation>Kartenherausgeber</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>DM server</source>
        <translation>DM-Server</translation>
    </message>
    <message>
        <source>terminal application</source>
        <translation>Anwendung im Gerät</translation>
    </message>
    <message>
        <source>explore</source>
        <translation>erkunden</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>manage memory</source>
        <translation>Speicher verwalten</translation>
    </message>
    <message>
        <source>also what others stored</source>
        <translation>auch was andere abgelegt haben</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>in MOs of the Type %1: %2</source>
        <translation>in MOs vom Typ %1: %2</translation>
    </message>
    <message>
        <source>below %1: %2</source>
        <translation>unter %1: %2</translation>
    </message>
    <message>
        <source>the permission &quot;%1&quot; for what %2 stored is missing: the issuer&apos;s policy gives %3 %4</source>
        <translation>es fehlt die Erlaubnis „%1“ für das, was %2 gespeichert hat: die Regeln des Herausgebers geben %3 %4</translation>
    </message>
    <message>
        <source>the permission &quot;%1&quot; is missing here: the issuer&apos;s policy gives %2 %3</source>
        <translation>hier fehlt die Erlaubnis „%1“: die Regeln des Herausgebers geben %2 %3</translation>
    </message>
</context>
<context>
    <name>AccessCard</name>
    <message>
        <source>in %1 and below</source>
        <translation>in %1 und darunter</translation>
    </message>
    <message>
        <source>in every MO of the type %1</source>
        <translation>in jedem MO vom Typ %1</translation>
    </message>
    <message>
        <source>everywhere on the card</source>
        <translation>überall auf der Karte</translation>
    </message>
</context>
<context>
    <name>AccessRule</name>
    <message>
        <source>access mode %1 does not fit its length of %2 bytes</source>
        <translation>Zugriffsart %1 passt nicht zu ihrer Länge von %2 Bytes</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>Offset %1</translation>
    </message>
    <message>
        <source>resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>increase</source>
        <translation>erhöhen</translation>
    </message>
    <message>
        <source>command %1</source>
        <translation>Kommando %1</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>delete child</source>
        <translation>Untergeordnetes löschen</translation>
    </message>
    <message>
        <source>update</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>create file</source>
        <translation>Datei anlegen</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>create directory</source>
        <translation>Verzeichnis anlegen</translation>
    </message>
    <message>
        <source>deactivate</source>
        <translation>deaktivieren</translation>
    </message>
    <message>
        <source>activate</source>
        <translation>aktivieren</translation>
    </message>
    <message>
        <source>terminate</source>
        <translation>stilllegen</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>universal PIN</source>
        <translation>Universal-PIN</translation>
    </message>
    <message>
        <source>PIN %1</source>
        <translation>PIN %1</translation>
    </message>
    <message>
        <source>ADM %1</source>
        <translation>ADM %1</translation>
    </message>
    <message>
        <source>second PIN %1</source>
        <translation>zweite PIN %1</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>access rule at offset %1</source>
        <translation>Zugriffsregel an Offset %1</translation>
    </message>
    <message>
        <source>a condition (%1) stands before what it is for</source>
        <translation>eine Bedingung (%1) steht vor dem, wofür sie gilt</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 verified</source>
        <translation>%1 geprüft</translation>
    </message>
    <message>
        <source>condition %1</source>
        <translation>Bedingung %1</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation>nicht (%1)</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>a compact access rule lacks a condition for its mode</source>
        <translation>einer kompakten Zugriffsregel fehlt eine Bedingung zu ihrer Zugriffsart</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>the device has no account with this DM server</source>
        <translation>das Gerät hat kein Konto bei diesem DM-Server</translation>
    </message>
</context>
<context>
    <name>Acl</name>
    <message>
        <source>an ACL looks like Add=server&amp;Get=*; cannot read &quot;%1&quot;</source>
        <translation>eine ACL sieht aus wie Add=server&amp;Get=*; &quot;%1&quot; ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open on the &amp;device side...</source>
        <translation>Auf der &amp;Geräteseite öffnen...</translation>
    </message>
    <message>
        <source>Open on the &amp;card side...</source>
        <translation>Auf der &amp;Kartenseite öffnen...</translation>
    </message>
    <message>
        <source>Open the de&amp;mo desk</source>
        <translation>De&amp;mo öffnen</translation>
    </message>
    <message>
        <source>Open the demo desk</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>An emulated handset and an emulated card to try things on</source>
        <translation>Ein emuliertes Gerät und eine emulierte Karte zum Ausprobieren</translation>
    </message>
    <message>
        <source>Write the device&apos;s tree as TNDS, WBXML, DDF or JSON</source>
        <translation>Den Baum des Geräts als TNDS, WBXML, DDF oder JSON schreiben</translation>
    </message>
    <message>
        <source>Save the card&apos;s &amp;tree as...</source>
        <translation>Kar&amp;tenbaum speichern unter...</translation>
    </message>
    <message>
        <source>Write the card&apos;s tree as TNDS, WBXML, DDF or JSON</source>
        <translation>Den Baum der Karte als TNDS, WBXML, DDF oder JSON schreiben</translation>
    </message>
    <message>
        <source>&amp;Reload both sides</source>
        <translation>Beide Seiten &amp;neu laden</translation>
    </message>
    <message>
        <source>Read again what changed on device and card</source>
        <translation>Neu lesen, was sich auf Gerät und Karte geändert hat</translation>
    </message>
    <message>
        <source>Close the device side</source>
        <translation>Geräteseite schließen</translation>
    </message>
    <message>
        <source>Close the card side</source>
        <translation>Kartenseite schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy to the &amp;card</source>
        <translation>Auf die &amp;Karte kopieren</translation>
    </message>
    <message>
        <source>To card</source>
        <translation>Zur Karte</translation>
    </message>
    <message>
        <source>Plan to make the selected rows on the card like those on the device</source>
        <translation>Plant, die ausgewählten Zeilen auf der Karte denen auf dem Gerät anzugleichen</translation>
    </message>
    <message>
        <source>To device</source>
        <translation>Zum Gerät</translation>
    </message>
    <message>
        <source>Plan to make the selected rows on the device like those on the card</source>
        <translation>Plant, die ausgewählten Zeilen auf dem Gerät denen auf der Karte anzugleichen</translation>
    </message>
    <message>
        <source>&amp;Edit value...</source>
        <translation>Wert &amp;bearbeiten...</translation>
    </message>
    <message>
        <source>Edit the value on the side that has the focus (F2)</source>
        <translation>Den Wert auf der Seite bearbeiten, die den Fokus hat (F2)</translation>
    </message>
    <message>
        <source>&amp;Add a node below...</source>
        <translation>Knoten &amp;darunter hinzufügen...</translation>
    </message>
    <message>
        <source>Plan a new node below the current one</source>
        <translation>Plant einen neuen Knoten unter dem aktuellen</translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation>&amp;Umbenennen...</translation>
    </message>
    <message>
        <source>Edit &amp;Title...</source>
        <translation>&amp;Title bearbeiten...</translation>
    </message>
    <message>
        <source>Edit T&amp;ype...</source>
        <translation>T&amp;ype bearbeiten...</translation>
    </message>
    <message>
        <source>Edit AC&amp;L...</source>
        <translation>AC&amp;L bearbeiten...</translation>
    </message>
    <message>
        <source>Plan to delete the selected rows on the side that has the focus (Delete)</source>
        <translation>Plant, die ausgewählten Zeilen auf der Seite zu löschen, die den Fokus hat (Entf)</translation>
    </message>
    <message>
        <source>&amp;Apply the plan</source>
        <translation>Plan &amp;anwenden</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Carry out all planned operations, or none</source>
        <translation>Alle geplanten Operationen ausführen oder keine</translation>
    </message>
    <message>
        <source>Ca&amp;ncel what runs</source>
        <translation>Laufenden Vorgang ab&amp;brechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop at the next safe point; nothing is left half done</source>
        <translation>Hält am nächsten sicheren Punkt an; nichts bleibt halb ausgeführt</translation>
    </message>
    <message>
        <source>Remove all &amp;operations from the plan</source>
        <translation>Alle &amp;Operationen aus dem Plan entfernen</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>&amp;Nächster Unterschied</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Go to the next difference</source>
        <translation>Zum nächsten Unterschied gehen</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>&amp;Vorheriger Unterschied</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriger</translation>
    </message>
    <message>
        <source>Go to the previous difference</source>
        <translation>Zum vorherigen Unterschied gehen</translation>
    </message>
    <message>
        <source>Go to &amp;URI</source>
        <translation>Zur &amp;URI gehen</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Expand &amp;differences only</source>
        <translation>Nur &amp;Unterschiede aufklappen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Open what differs, close everything else</source>
        <translation>Verschiedenes aufklappen, alles andere zuklappen</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>&amp;Alles aufklappen</translation>
    </message>
    <message>
        <source>&amp;Collapse all</source>
        <translation>Alles &amp;zuklappen</translation>
    </message>
    <message>
        <source>&amp;Hide what is identical</source>
        <translation>&amp;Gleiches ausblenden</translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation>&amp;Befehl suchen...</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Find a command by its words</source>
        <translation>Einen Befehl anhand seiner Wörter finden</translation>
    </message>
    <message>
        <source>&amp;Show the hints again</source>
        <translation>&amp;Hinweise wieder zeigen</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Info</translation>
    </message>
    <message>
        <source>Save the device&apos;s tree &amp;as...</source>
        <translation>Ge&amp;rätebaum speichern unter...</translation>
    </message>
    <message>
        <source>Copy to the de&amp;vice</source>
        <translation>Auf das &amp;Gerät kopieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>Lösc&amp;hen</translation>
    </message>
    <message>
        <source>Open a card in a &amp;reader on the device side...</source>
        <translation>Karte in einem &amp;Leser auf der Geräteseite öffnen...</translation>
    </message>
    <message>
        <source>Show the card readers and what is in them</source>
        <translation>Zeigt die Kartenleser und was in ihnen steckt</translation>
    </message>
    <message>
        <source>Open a card in a r&amp;eader on the card side...</source>
        <translation>Karte in einem L&amp;eser auf der Kartenseite öffnen...</translation>
    </message>
    <message>
        <source>Plug into PC/SC</source>
        <translation>In PC/SC stecken</translation>
    </message>
    <message>
        <source>Put the emulated card into the virtual reader, where other programs find it; once more pulls it</source>
        <translation>Steckt die emulierte Karte in den virtuellen Leser, wo andere Programme sie finden; noch einmal zieht sie wieder heraus</translation>
    </message>
    <message>
        <source>Plug the card into PC/S&amp;C</source>
        <translation>Karte in PC/S&amp;C stecken</translation>
    </message>
    <message>
        <source>&amp;Find the card&apos;s files</source>
        <translation>Dateien der Karte &amp;suchen</translation>
    </message>
    <message>
        <source>Find files</source>
        <translation>Dateien suchen</translation>
    </message>
    <message>
        <source>Look for applications and files on the card: sizes, structure, access rules</source>
        <translation>Sucht Anwendungen und Dateien auf der Karte: Größen, Struktur, Zugriffsregeln</translation>
    </message>
    <message>
        <source>Show the card&apos;s f&amp;iles</source>
        <translation>Date&amp;ien der Karte zeigen</translation>
    </message>
    <message>
        <source>Card files</source>
        <translation>Kartendateien</translation>
    </message>
    <message>
        <source>Go to the files of the card</source>
        <translation>Zu den Dateien der Karte</translation>
    </message>
    <message>
        <source>&amp;Handshake...</source>
        <translation>&amp;Handshake...</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Prove to the card who you are, step by step, and see what you may do</source>
        <translation>Der Karte Schritt für Schritt nachweisen, wer Sie sind, und sehen, was Sie dürfen</translation>
    </message>
    <message>
        <source>Shake hands &amp;again</source>
        <translation>Handshake &amp;wiederholen</translation>
    </message>
    <message>
        <source>New session keys for the session that is open; the plan stays</source>
        <translation>Neue Sitzungsschlüssel für die offene Sitzung; der Plan bleibt</translation>
    </message>
    <message>
        <source>Write &amp;receipt...</source>
        <translation>&amp;Quittung schreiben...</translation>
    </message>
    <message>
        <source>Cre&amp;dentials...</source>
        <translation>&amp;Nachweise...</translation>
    </message>
    <message>
        <source>Keys and certificates that the workbench proves itself with</source>
        <translation>Schlüssel und Zertifikate, mit denen sich die Werkbank ausweist</translation>
    </message>
    <message>
        <source>Show the card&apos;s &amp;memory</source>
        <translation>Den &amp;Speicher der Karte zeigen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>How the card&apos;s memory is divided, and asking for more or less of it</source>
        <translation>Wie der Speicher der Karte aufgeteilt ist; mehr oder weniger davon anfordern</translation>
    </message>
    <message>
        <source>&amp;Run a flow...</source>
        <translation>Ablauf &amp;starten...</translation>
    </message>
    <message>
        <source>Run flow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Choose a use case and see it go, step by step</source>
        <translation>Einen Anwendungsfall wählen und Schritt für Schritt ablaufen sehen</translation>
    </message>
    <message>
        <source>Run the flow a&amp;gain</source>
        <translation>Ablauf &amp;erneut starten</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Run the last flow from its first step</source>
        <translation>Den letzten Ablauf vom ersten Schritt an starten</translation>
    </message>
    <message>
        <source>&amp;Next step of the flow</source>
        <translation>&amp;Nächster Schritt des Ablaufs</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Let the flow take its next step</source>
        <translation>Den Ablauf den nächsten Schritt tun lassen</translation>
    </message>
    <message>
        <source>Save ladder and &amp;screens as...</source>
        <translation>Sequenzdiagramm und &amp;Bildschirme speichern unter...</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>Speichern...</translation>
    </message>
    <message>
        <source>Write the ladder and the handset&apos;s screens as PDF, SVG or PNG</source>
        <translation>Das Sequenzdiagramm und die Bildschirme des Geräts als PDF, SVG oder PNG schreiben</translation>
    </message>
    <message>
        <source>S&amp;ynchronise...</source>
        <translation>S&amp;ynchronisieren...</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>See what changed on device and card since the last time, decide conflicts, and bring both in step</source>
        <translation>Zeigen, was sich auf Gerät und Karte seit dem letzten Mal geändert hat, Konflikte entscheiden und beide abgleichen</translation>
    </message>
    <message>
        <source>Show the &amp;handset&apos;s screen</source>
        <translation>&amp;Bildschirm des Geräts zeigen</translation>
    </message>
    <message>
        <source>Handset</source>
        <translation>Handgerät</translation>
    </message>
    <message>
        <source>Go to what the user of the handset sees</source>
        <translation>Zu dem gehen, was der Benutzer des Geräts sieht</translation>
    </message>
    <message>
        <source>Show the &amp;ladder</source>
        <translation>Sequenz&amp;diagramm zeigen</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Sequenzdiagramm</translation>
    </message>
    <message>
        <source>Go to the steps of the flow</source>
        <translation>Zu den Schritten des Ablaufs gehen</translation>
    </message>
    <message>
        <source>De&amp;monstration</source>
        <translation>&amp;Vorführung</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>Ladder and handset alone, in large type, for the back of a meeting room; once more goes back</source>
        <translation>Nur Sequenzdiagramm und Handgerät, in großer Schrift, für die letzte Reihe; noch einmal führt zurück</translation>
    </message>
    <message>
        <source>Handset: ask also for data &amp;without a mark</source>
        <translation>Gerät: auch bei Daten &amp;ohne Vermerk fragen</translation>
    </message>
    <message>
        <source>Data marked to be confirmed are always asked for, those marked otherwise never</source>
        <translation>Bei Daten mit dem Vermerk zur Bestätigung wird immer gefragt, bei anders vermerkten nie</translation>
    </message>
    <message>
        <source>Handset: &amp;delete packages whose approval fails</source>
        <translation>Gerät: nicht freigegebene Pakete &amp;löschen</translation>
    </message>
    <message>
        <source>Otherwise the user is asked before the installation goes on</source>
        <translation>Andernfalls wird der Benutzer gefragt, bevor die Installation weitergeht</translation>
    </message>
    <message>
        <source>Handset: &amp;bootstrap from the card</source>
        <translation>Gerät: &amp;Bootstrap von der Karte</translation>
    </message>
    <message>
        <source>Take in the provisioning data of an inserted card</source>
        <translation>Die Bereitstellungsdaten einer eingelegten Karte übernehmen</translation>
    </message>
    <message>
        <source>&amp;Open a recording...</source>
        <translation>Aufzeichnung ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Look at a recording, a capture with GSMTAP, an APDU log or DM messages beside the log of this session</source>
        <translation>Eine Aufzeichnung, einen Mitschnitt mit GSMTAP, ein APDU-Protokoll oder DM-Nachrichten neben dem Protokoll dieser Sitzung ansehen</translation>
    </message>
    <message>
        <source>Open what an earlier run &amp;left</source>
        <translation>Öffnen, was ein früherer &amp;Lauf hinterließ</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The recording of a run that ended unexpectedly</source>
        <translation>Die Aufzeichnung eines Laufs, der unerwartet endete</translation>
    </message>
    <message>
        <source>&amp;Save the recording as...</source>
        <translation>Aufzeichnung &amp;speichern als...</translation>
    </message>
    <message>
        <source>Write all rows of the log, those that the filter shows or the selected ones</source>
        <translation>Alle Zeilen des Protokolls schreiben, die vom Filter gezeigten oder die ausgewählten</translation>
    </message>
    <message>
        <source>&amp;Export rows...</source>
        <translation>Zeilen &amp;ausgeben...</translation>
    </message>
    <message>
        <source>Write rows for Wireshark, as a report, JSON, text, messages or a ladder; secrets are left out unless asked for</source>
        <translation>Zeilen für Wireshark schreiben, als Bericht, JSON, Text, Nachrichten oder Sequenzdiagramm; Geheimnisse nur auf Wunsch</translation>
    </message>
    <message>
        <source>Com&amp;pare with a recording...</source>
        <translation>Mit einer Aufzeichnung ver&amp;gleichen...</translation>
    </message>
    <message>
        <source>Put the log and a recording beside each other, row by row and field by field</source>
        <translation>Das Protokoll und eine Aufzeichnung nebeneinanderstellen, Zeile für Zeile und Feld für Feld</translation>
    </message>
    <message>
        <source>Play a&amp;gain...</source>
        <translation>Erneut ab&amp;spielen...</translation>
    </message>
    <message>
        <source>Say the rows that are shown to a card, handset or server again and compare what is answered</source>
        <translation>Die gezeigten Zeilen einer Karte, einem Handgerät oder Server noch einmal sagen und vergleichen, was geantwortet wird</translation>
    </message>
    <message>
        <source>Show the lo&amp;g</source>
        <translation>Proto&amp;koll zeigen</translation>
    </message>
    <message>
        <source>Go to the rows of the log that was looked at last</source>
        <translation>Zu den Zeilen des zuletzt betrachteten Protokolls gehen</translation>
    </message>
    <message>
        <source>&amp;Ladder of the rows</source>
        <translation>Sequen&amp;zdiagramm der Zeilen</translation>
    </message>
    <message>
        <source>The rows that the log shows as a ladder between device, card, server and user</source>
        <translation>Die Zeilen, die das Protokoll zeigt, als Sequenzdiagramm zwischen Gerät, Karte, Server und Benutzer</translation>
    </message>
    <message>
        <source>Begin the log ane&amp;w</source>
        <translation>Protokoll n&amp;eu beginnen</translation>
    </message>
    <message>
        <source>Take all rows away; the recording so far stays, another one begins</source>
        <translation>Alle Zeilen wegnehmen; die bisherige Aufzeichnung bleibt, eine neue beginnt</translation>
    </message>
    <message>
        <source>Begin the demo ane&amp;w...</source>
        <translation>De&amp;mo von vorn beginnen...</translation>
    </message>
    <message>
        <source>Make the demo&apos;s handset and card as they were at first, so that every flow has something to do again</source>
        <translation>Handgerät und Karte der Demo wieder so herstellen, wie sie am Anfang waren, damit jeder Ablauf wieder etwas zu tun hat</translation>
    </message>
    <message>
        <source>&amp;Enter a PIN or key...</source>
        <translation>PIN oder Schlüssel &amp;eingeben...</translation>
    </message>
    <message>
        <source>Verify a PIN or an administrative key, which lets files of the card be read and written</source>
        <translation>Eine PIN oder einen Verwaltungsschlüssel prüfen lassen, damit sich Dateien der Karte lesen und schreiben lassen</translation>
    </message>
    <message>
        <source>Change or &amp;unblock a PIN or key...</source>
        <translation>PIN oder Schlüssel ändern oder e&amp;ntsperren...</translation>
    </message>
    <message>
        <source>Give a PIN or key of the card a new value, by the old one or by its PUK</source>
        <translation>Einer PIN oder einem Schlüssel der Karte einen neuen Wert geben, mit dem alten oder mit der PUK</translation>
    </message>
    <message>
        <source>Have card and host sign what was said in this session up to here</source>
        <translation>Karte und Gegenseite unterschreiben lassen, was in dieser Sitzung bis hier gesagt wurde</translation>
    </message>
    <message>
        <source>Pace of flows: step by s&amp;tep</source>
        <translation>Tempo der Abläufe: Schri&amp;tt für Schritt</translation>
    </message>
    <message>
        <source>Wait before each step of a flow until told to go on; otherwise it goes at once, or at the speed chosen at the ladder</source>
        <translation>Vor jedem Schritt eines Ablaufs warten, bis es weitergehen soll; sonst läuft er sofort oder im Tempo, das am Sequenzdiagramm gewählt ist</translation>
    </message>
    <message>
        <source>Show decisions, to re&amp;voke one</source>
        <translation>Entscheidungen zeigen, um eine zu &amp;widerrufen</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Go to the list of what the user has agreed to and refused; a consent can be taken back there</source>
        <translation>Zur Liste dessen, was der Benutzer erlaubt und abgelehnt hat; dort lässt sich eine Einwilligung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Insert the card into the handset</source>
        <translation>Karte in das Gerät &amp;einlegen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einlegen</translation>
    </message>
    <message>
        <source>The handset takes in what the card offers, asks where that is marked, and what came from another card leaves</source>
        <translation>Das Gerät übernimmt, was die Karte anbietet, fragt, wo es vermerkt ist, und entfernt, was von einer anderen Karte kam</translation>
    </message>
    <message>
        <source>&amp;Take the card out of the handset</source>
        <translation>Karte aus dem Gerät ent&amp;nehmen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Entnehmen</translation>
    </message>
    <message>
        <source>What came from cards and from nobody else leaves the device; the card stays open</source>
        <translation>Was nur von Karten kam, verlässt das Gerät; die Karte bleibt geöffnet</translation>
    </message>
    <message>
        <source>Handset: an opened &amp;card is put into it</source>
        <translation>Gerät: eine geöffnete &amp;Karte wird eingelegt</translation>
    </message>
    <message>
        <source>Opening a card beside the handset inserts it, closing it takes it out; otherwise the two are only compared</source>
        <translation>Eine Karte neben dem Gerät zu öffnen legt sie ein, sie zu schließen entnimmt sie; sonst werden beide nur verglichen</translation>
    </message>
    <message>
        <source>Open a document or an image of a handset beside the card</source>
        <translation>Ein Dokument oder das Abbild eines Handgeräts neben der Karte öffnen</translation>
    </message>
    <message>
        <source>Open a document or an image of a card beside the device</source>
        <translation>Ein Dokument oder das Abbild einer Karte neben dem Gerät öffnen</translation>
    </message>
    <message>
        <source>Plug the device side&apos;s card into PC/SC</source>
        <translation>Die Karte der Geräteseite in PC/SC stecken</translation>
    </message>
    <message>
        <source>load import file tree handset phone</source>
        <translation>laden importieren Datei Baum Handgerät Telefon</translation>
    </message>
    <message>
        <source>load import file tree SIM UICC</source>
        <translation>laden importieren Datei Baum SIM UICC</translation>
    </message>
    <message>
        <source>export write file</source>
        <translation>exportieren schreiben Datei</translation>
    </message>
    <message>
        <source>refresh update read again</source>
        <translation>aktualisieren erneut lesen</translation>
    </message>
    <message>
        <source>verify unlock password CHV ADM</source>
        <translation>prüfen entsperren Passwort CHV ADM</translation>
    </message>
    <message>
        <source>PUK password CHV ADM</source>
        <translation>PUK Passwort CHV ADM</translation>
    </message>
    <message>
        <source>authenticate login secure channel SCP03 TLS</source>
        <translation>authentifizieren anmelden sicherer Kanal SCP03 TLS</translation>
    </message>
    <message>
        <source>keys certificates passwords import</source>
        <translation>Schlüssel Zertifikate Passwörter importieren</translation>
    </message>
    <message>
        <source>grant allocation quota free space</source>
        <translation>Zuteilung Belegung Kontingent freier Platz</translation>
    </message>
    <message>
        <source>DM server address URL use case session settings WBXML XML</source>
        <translation>DM-Server Adresse URL Anwendungsfall Sitzung Einstellungen WBXML XML</translation>
    </message>
    <message>
        <source>merge conflicts compare</source>
        <translation>zusammenführen Konflikte vergleichen abgleichen</translation>
    </message>
    <message>
        <source>consent confirm undo history</source>
        <translation>Zustimmung bestätigen rückgängig Verlauf</translation>
    </message>
    <message>
        <source>presentation full screen large</source>
        <translation>Präsentation Vollbild groß</translation>
    </message>
    <message>
        <source>repeat server</source>
        <translation>wiederholen Server</translation>
    </message>
    <message>
        <source>Wireshark pcap report save</source>
        <translation>Wireshark pcap Bericht speichern</translation>
    </message>
    <message>
        <source>APDU trace messages</source>
        <translation>APDU Mitschnitt Nachrichten</translation>
    </message>
    <message>
        <source>remove erase</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>new create insert</source>
        <translation>neu anlegen einfügen</translation>
    </message>
    <message>
        <source>execute commit write changes</source>
        <translation>ausführen übernehmen schreiben Änderungen</translation>
    </message>
    <message>
        <source>search find</source>
        <translation>suchen finden</translation>
    </message>
    <message>
        <source>exit close</source>
        <translation>verlassen schließen</translation>
    </message>
    <message>
        <source>flow use case</source>
        <translation>Ablauf Anwendungsfall</translation>
    </message>
    <message>
        <source>Handset: the card &amp;proves it (its password stays on the card)</source>
        <translation>Gerät: die Karte &amp;weist es aus (das Passwort bleibt auf der Karte)</translation>
    </message>
    <message>
        <source>In sessions with a DM server the card makes and checks the proofs; not where the server speaks to the card itself, which has one session at a time</source>
        <translation>In Sitzungen mit einem DM-Server stellt und prüft die Karte die Nachweise; nicht, wo der Server mit der Karte selbst spricht, denn sie hat immer nur eine Sitzung</translation>
    </message>
</context>
<context>
    <name>Aes</name>
    <message>
        <source>the cryptographic library refused: %1</source>
        <translation>die Kryptobibliothek hat abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>AesKey</name>
    <message>
        <source>an AES key has 16, 24 or 32 bytes, not %1</source>
        <translation>ein AES-Schlüssel hat 16, 24 oder 32 Bytes, nicht %1</translation>
    </message>
</context>
<context>
    <name>AlertCode</name>
    <message>
        <source>display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>confirm or reject</source>
        <translation>bestätigen oder ablehnen</translation>
    </message>
    <message>
        <source>text input</source>
        <translation>Texteingabe</translation>
    </message>
    <message>
        <source>single choice</source>
        <translation>Einfachauswahl</translation>
    </message>
    <message>
        <source>multiple choice</source>
        <translation>Mehrfachauswahl</translation>
    </message>
    <message>
        <source>session initiated by the server</source>
        <translation>Sitzung vom Server begonnen</translation>
    </message>
    <message>
        <source>session initiated by the client</source>
        <translation>Sitzung vom Client begonnen</translation>
    </message>
    <message>
        <source>next message</source>
        <translation>nächste Nachricht</translation>
    </message>
    <message>
        <source>session abort</source>
        <translation>Sitzungsabbruch</translation>
    </message>
    <message>
        <source>client event</source>
        <translation>Client-Ereignis</translation>
    </message>
    <message>
        <source>no end of data</source>
        <translation>Ende der Daten fehlt</translation>
    </message>
    <message>
        <source>generic alert</source>
        <translation>allgemeiner Alert</translation>
    </message>
</context>
<context>
    <name>Apdu</name>
    <message>
        <source>APDU offset %1</source>
        <translation>APDU-Offset %1</translation>
    </message>
    <message>
        <source>Lc announces %1 data bytes, %2 bytes follow</source>
        <translation>Lc kündigt %1 Datenbytes an, %2 Bytes folgen</translation>
    </message>
    <message>
        <source>an extended length needs two bytes after 00</source>
        <translation>eine erweiterte Länge braucht zwei Bytes nach 00</translation>
    </message>
    <message>
        <source>the expected length must be 1 to 65536 bytes, not %1</source>
        <translation>die erwartete Länge muss 1 bis 65536 Bytes sein, nicht %1</translation>
    </message>
    <message>
        <source>a command of %1 bytes is too long, at most %2 can be sent</source>
        <translation>ein Befehl von %1 Bytes ist zu lang, höchstens %2 können gesendet werden</translation>
    </message>
    <message>
        <source>a response with %1 data bytes is too long, at most %2 can be sent</source>
        <translation>eine Antwort mit %1 Datenbytes ist zu lang, höchstens %2 können gesendet werden</translation>
    </message>
    <message>
        <source>a response has at least 2 bytes, the card answered %1</source>
        <translation>eine Antwort hat mindestens 2 Bytes, die Karte lieferte %1</translation>
    </message>
    <message>
        <source>a response of %1 bytes is too long, at most %2 were expected</source>
        <translation>eine Antwort von %1 Bytes ist zu lang, höchstens %2 wurden erwartet</translation>
    </message>
    <message>
        <source>a command has at least 4 bytes, this one has %1</source>
        <translation>ein Befehl hat mindestens 4 Bytes, dieser hat %1</translation>
    </message>
</context>
<context>
    <name>ApduClient</name>
    <message>
        <source>command %1</source>
        <translation>Befehl %1</translation>
    </message>
    <message>
        <source>the card announces more data but gives none</source>
        <translation>die Karte kündigt weitere Daten an, liefert aber keine</translation>
    </message>
    <message>
        <source>the card&apos;s answer has more than %1 bytes</source>
        <translation>die Antwort der Karte hat mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 bytes</source>
        <translation>nach %1 von %2 Bytes angehalten</translation>
    </message>
    <message>
        <source>the card&apos;s answer does not come to an end: %1 bytes in %2 parts, and always more waits</source>
        <translation>die Antwort der Karte nimmt kein Ende: %1 Bytes in %2 Teilen, und immer noch wartet mehr</translation>
    </message>
</context>
<context>
    <name>ApplicationSocket</name>
    <message>
        <source>a frame has over %1 bytes</source>
        <translation>ein Rahmen hat mehr als %1 Byte</translation>
    </message>
    <message>
        <source>a frame&apos;s kind is not N, M, R or E</source>
        <translation>die Art eines Rahmens ist nicht N, M, R oder E</translation>
    </message>
    <message>
        <source>expected content type, NUL, HMAC, NUL and the message in a frame M</source>
        <translation>in einem Rahmen M werden Inhaltstyp, NUL, HMAC, NUL und die Nachricht erwartet</translation>
    </message>
    <message>
        <source>the application sent a frame of another kind</source>
        <translation>die Anwendung hat einen Rahmen anderer Art gesendet</translation>
    </message>
    <message>
        <source>the application did not answer in time</source>
        <translation>die Anwendung hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>the application closed its connection</source>
        <translation>die Anwendung hat ihre Verbindung geschlossen</translation>
    </message>
    <message>
        <source>another program listens for applications under that name</source>
        <translation>unter diesem Namen wartet schon ein anderes Programm auf Anwendungen</translation>
    </message>
    <message>
        <source>there is no such folder for the socket</source>
        <translation>diesen Ordner für den Socket gibt es nicht</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>a detached CMS signature of one signer was expected: %1</source>
        <translation>erwartet wurde eine abgesetzte CMS-Signatur eines einzigen Unterzeichners: %1</translation>
    </message>
    <message>
        <source>an approval has at most %1 bytes</source>
        <translation>eine Freigabe hat höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>this is no DER of a SignedData</source>
        <translation>dies ist kein DER eines SignedData</translation>
    </message>
    <message>
        <source>the content is inside</source>
        <translation>der Inhalt steckt darin</translation>
    </message>
    <message>
        <source>it has %1 signers</source>
        <translation>sie hat %1 Unterzeichner</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>certificate %1 of %2</source>
        <translation>Zertifikat %1 von %2</translation>
    </message>
    <message>
        <source>it has too many attributes</source>
        <translation>sie hat zu viele Attribute</translation>
    </message>
    <message>
        <source>an attribute cannot be read</source>
        <translation>ein Attribut ist nicht lesbar</translation>
    </message>
    <message>
        <source>the signature is neither ECDSA nor RSA PKCS#1 with SHA-256</source>
        <translation>die Signatur ist weder ECDSA noch RSA PKCS#1 mit SHA-256</translation>
    </message>
    <message>
        <source>the package is what another signature was made over, not firmware</source>
        <translation>das Paket ist das, worüber eine andere Signatur gebildet wurde, keine Firmware</translation>
    </message>
    <message>
        <source>the signature is for another package, or the package was changed</source>
        <translation>die Signatur gilt für ein anderes Paket, oder das Paket wurde verändert</translation>
    </message>
    <message>
        <source>the card keeps no key of a firmware authority</source>
        <translation>die Karte enthält keinen Schlüssel einer Firmware-Stelle</translation>
    </message>
    <message>
        <source>the card says that the signature is not the firmware authority&apos;s</source>
        <translation>die Karte sagt, dass die Signatur nicht von der Firmware-Stelle stammt</translation>
    </message>
    <message>
        <source>the device has no firmware update object (FUMO) there</source>
        <translation>das Gerät hat dort kein Objekt für Firmware-Aktualisierungen (FUMO)</translation>
    </message>
    <message>
        <source>Install a firmware package that is not approved?</source>
        <translation>Ein nicht freigegebenes Firmware-Paket installieren?</translation>
    </message>
    <message>
        <source>The device goes on installing it, at your risk</source>
        <translation>Das Gerät installiert es weiter, auf eigenes Risiko</translation>
    </message>
    <message>
        <source>The package is deleted; the device stays as it is</source>
        <translation>Das Paket wird gelöscht; das Gerät bleibt, wie es ist</translation>
    </message>
    <message>
        <source>firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>package with SHA-256 %1…</source>
        <translation>Paket mit SHA-256 %1…</translation>
    </message>
    <message>
        <source>a package has at most %1 bytes</source>
        <translation>ein Paket hat höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>there is no package that is ready to be installed</source>
        <translation>es ist kein Paket zur Installation bereit</translation>
    </message>
    <message>
        <source>The firmware package is not approved and was deleted</source>
        <translation>Das Firmware-Paket ist nicht freigegeben und wurde gelöscht</translation>
    </message>
    <message>
        <source>The firmware package was refused and deleted</source>
        <translation>Das Firmware-Paket wurde abgelehnt und gelöscht</translation>
    </message>
    <message>
        <source>The firmware is updated</source>
        <translation>Die Firmware ist aktualisiert</translation>
    </message>
    <message>
        <source>The firmware package is ready to be installed</source>
        <translation>Das Firmware-Paket ist zur Installation bereit</translation>
    </message>
    <message>
        <source>The firmware package could not be fetched: %1</source>
        <translation>Das Firmwarepaket konnte nicht geholt werden: %1</translation>
    </message>
    <message>
        <source>The firmware could not be updated: %1</source>
        <translation>Die Firmware konnte nicht aktualisiert werden: %1</translation>
    </message>
</context>
<context>
    <name>Atr</name>
    <message>
        <source>DM_SC card</source>
        <translation>DM_SC-Karte</translation>
    </message>
    <message>
        <source>UICC</source>
        <translation>UICC</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>extended length</source>
        <translation>erweiterte Länge</translation>
    </message>
    <message>
        <source>its answer to reset is damaged</source>
        <translation>ihr Answer to Reset ist beschädigt</translation>
    </message>
</context>
<context>
    <name>AuthorityKey</name>
    <message>
        <source>this is no public key (SubjectPublicKeyInfo, DER)</source>
        <translation>dies ist kein öffentlicher Schlüssel (SubjectPublicKeyInfo, DER)</translation>
    </message>
    <message>
        <source>the key is neither on P-256 or P-384 nor RSA of 2048 to 8192 bits</source>
        <translation>der Schlüssel liegt weder auf P-256 oder P-384, noch ist er ein RSA-Schlüssel mit 2048 bis 8192 Bit</translation>
    </message>
    <message>
        <source>the certificate&apos;s key cannot be written</source>
        <translation>der Schlüssel des Zertifikats lässt sich nicht schreiben</translation>
    </message>
</context>
<context>
    <name>Bootstrap</name>
    <message numerus="yes">
        <source>%n setting(s) taken over from the card</source>
        <translation>
            <numerusform>%n Einstellung von der Karte übernommen</numerusform>
            <numerusform>%n Einstellungen von der Karte übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be stored</source>
        <translation>
            <numerusform>%n konnte nicht gespeichert werden</numerusform>
            <numerusform>%n konnten nicht gespeichert werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed, the card does not list them any more</source>
        <translation>
            <numerusform>%n entfernt, die Karte führt sie nicht mehr auf</numerusform>
            <numerusform>%n entfernt, die Karte führt sie nicht mehr auf</numerusform>
        </translation>
    </message>
    <message>
        <source>marked to be confirmed</source>
        <translation>als zu bestätigen gekennzeichnet</translation>
    </message>
    <message>
        <source>settings of this device would be replaced</source>
        <translation>Einstellungen dieses Geräts würden ersetzt</translation>
    </message>
    <message>
        <source>this device is set to ask about unmarked settings too</source>
        <translation>dieses Gerät ist so eingestellt, dass es auch bei nicht gekennzeichneten Einstellungen fragt</translation>
    </message>
    <message>
        <source>its URIs are longer or deeper than this device allows</source>
        <translation>seine URIs sind länger oder tiefer, als dieses Gerät erlaubt</translation>
    </message>
    <message>
        <source>What is chosen is stored on this device</source>
        <translation>Was ausgewählt ist, wird auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>None of this is stored; the device works as before</source>
        <translation>Nichts davon wird gespeichert; das Gerät arbeitet wie bisher</translation>
    </message>
    <message>
        <source>the user did not agree</source>
        <translation>der Benutzer hat nicht zugestimmt</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n setting(s)?</source>
        <translation>
            <numerusform>%n Einstellung übernehmen?</numerusform>
            <numerusform>%n Einstellungen übernehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>you had taken back your consent</source>
        <translation>Sie hatten Ihre Zustimmung zurückgenommen</translation>
    </message>
</context>
<context>
    <name>Bytes</name>
    <message>
        <source>character %1</source>
        <translation>Zeichen %1</translation>
    </message>
    <message>
        <source>a hexadecimal digit was expected, not &quot;%1&quot;</source>
        <translation>eine hexadezimale Ziffer wurde erwartet, nicht &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the last byte has one hexadecimal digit, two were expected</source>
        <translation>das letzte Byte hat eine hexadezimale Ziffer, zwei wurden erwartet</translation>
    </message>
</context>
<context>
    <name>CardClient</name>
    <message>
        <source>the card&apos;s answer to %1 cannot be read</source>
        <translation>die Antwort der Karte auf %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>the card refused %1: %2</source>
        <translation>die Karte hat %1 abgelehnt: %2</translation>
    </message>
    <message>
        <source>the card has no DM_SC application (SELECT F0444D5F534301)</source>
        <translation>die Karte hat keine DM_SC-Anwendung (SELECT F0444D5F534301)</translation>
    </message>
    <message>
        <source>the card speaks version %1.%2 of the interface, version 1 was expected</source>
        <translation>die Karte spricht Version %1.%2 der Schnittstelle, erwartet wurde Version 1</translation>
    </message>
    <message>
        <source>no block is left to grant: %1 free on the card, %2 kept back by the issuer</source>
        <translation>kein Block ist mehr zu vergeben: %1 frei auf der Karte, %2 vom Herausgeber zurückgehalten</translation>
    </message>
    <message>
        <source>less than what is used cannot be granted; delete something first, or reduce by less</source>
        <translation>weniger, als belegt ist, kann nicht zugeteilt werden; erst etwas löschen oder um weniger verkleinern</translation>
    </message>
    <message>
        <source>the card knows no entity %1</source>
        <translation>die Karte kennt keine Instanz %1</translation>
    </message>
    <message>
        <source>the card granted less than asked: %1 has %2 blocks now, not %3; its limit is %4</source>
        <translation>die Karte hat weniger zugeteilt als verlangt: %1 hat jetzt %2 Blöcke, nicht %3; die Grenze ist %4</translation>
    </message>
    <message>
        <source>%1 has %2 blocks now, %3 of them used</source>
        <translation>%1 hat jetzt %2 Blöcke, davon %3 belegt</translation>
    </message>
    <message>
        <source>the card issuer alone reads and sets the policy, this session is %1&apos;s</source>
        <translation>nur der Kartenherausgeber liest und setzt die Regeln, diese Sitzung gehört %1</translation>
    </message>
    <message>
        <source>%1 (level %2)</source>
        <translation>%1 (Stufe %2)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>the card accepts SCP03 alone, %1 was asked for</source>
        <translation>die Karte akzeptiert nur SCP03, verlangt wurde %1</translation>
    </message>
    <message>
        <source>no session is open with the card; it answers nothing before a handshake</source>
        <translation>mit der Karte ist keine Sitzung offen; vor einem Handshake antwortet sie auf nichts</translation>
    </message>
    <message>
        <source>the card&apos;s receipt is not about what was said, or not signed by it</source>
        <translation>der Beleg der Karte handelt nicht von dem, was gesagt wurde, oder ist nicht von ihr unterschrieben</translation>
    </message>
    <message>
        <source>the card keeps no authority&apos;s key with the reference %1</source>
        <translation>die Karte hat keinen Schlüssel einer Freigabestelle mit der Referenz %1</translation>
    </message>
    <message>
        <source>no permission to open a session as %2: the issuer&apos;s policy does not accept %1 from it; it accepts: %3. Choose what it accepts, or ask the card&apos;s issuer. Nothing was sent</source>
        <translation>keine Erlaubnis, als %2 eine Sitzung zu öffnen: die Regeln des Herausgebers lassen dafür %1 nicht zu; zugelassen: %3. Wählen Sie, was zugelassen ist, oder fragen Sie den Herausgeber der Karte. Es wurde nichts gesendet</translation>
    </message>
    <message>
        <source>no permission to open a session as %2: the issuer&apos;s policy accepts %1 from it at level %3 or more, not %4. Choose a higher level. Nothing was sent</source>
        <translation>keine Erlaubnis, als %2 eine Sitzung zu öffnen: die Regeln des Herausgebers lassen dafür %1 ab Stufe %3 zu, nicht auf %4. Wählen Sie eine höhere Stufe. Es wurde nichts gesendet</translation>
    </message>
    <message>
        <source>%1 has %2 blocks, and its limit is %3: the card grants no more, unless the card issuer raises the limit</source>
        <translation>%1 hat %2 Blöcke, und die Grenze ist %3: mehr teilt die Karte nicht zu, solange der Herausgeber die Grenze nicht anhebt</translation>
    </message>
    <message>
        <source>a session as %1 was asked for, but by %2 the card takes us for %3 (%4); the session was ended and nothing was asked of it. Choose the credential of a %1, or open the session as %4</source>
        <translation>verlangt war eine Sitzung als %1, aber nach %2 hält die Karte uns für %3 (%4); die Sitzung wurde beendet und nichts von ihr verlangt. Zugangsdaten für %1 wählen, oder die Sitzung als %4 öffnen</translation>
    </message>
    <message>
        <source>the card refused the policy (6985): it has the keys of none of the methods by which the issuer could come in</source>
        <translation>die Karte hat die Regeln abgelehnt (6985): zu keinem Verfahren, mit dem der Herausgeber hineinkäme, hat sie die Schlüssel</translation>
    </message>
    <message>
        <source>the card has no keys of version %1</source>
        <translation>die Karte hat keine Schlüssel der Version %1</translation>
    </message>
    <message>
        <source>the card shows the certificate %1, but it is the card %2: the keys are another card&apos;s, and so may the card be; the session was ended and nothing was asked of it. Ask the card&apos;s issuer for a certificate of its own</source>
        <translation>die Karte zeigt das Zertifikat %1, ist aber die Karte %2: die Schlüssel gehören einer anderen Karte, und vielleicht ist es auch eine; die Sitzung wurde beendet, und nichts wurde von ihr verlangt. Beim Kartenherausgeber ein eigenes Zertifikat für die Karte erbitten</translation>
    </message>
    <message>
        <source>a key version is from 01 to 7F, not %1</source>
        <translation>eine Schlüsselversion liegt zwischen 01 und 7F, nicht %1</translation>
    </message>
    <message>
        <source>the card refused the key pair (6985): the certificate %1 is not its own; the name must be &quot;card&quot;, or &quot;card:&quot; and the card&apos;s ICCID</source>
        <translation>die Karte hat das Schlüsselpaar abgelehnt (6985): das Zertifikat %1 ist nicht ihres; der Name muss „card“ sein oder „card:“ und die ICCID der Karte</translation>
    </message>
    <message>
        <source>the card takes no key pairs once it is made (6A86)</source>
        <translation>die Karte nimmt keine Schlüsselpaare mehr an, nachdem sie angelegt ist (6A86)</translation>
    </message>
    <message>
        <source>the certificate %1 is no card&apos;s, whoever issued it: a card&apos;s is named &quot;card&quot;, or &quot;card:&quot; and the card&apos;s ICCID; nothing was opened</source>
        <translation>das Zertifikat %1 ist nicht das einer Karte, wer immer es ausgestellt hat: das einer Karte heißt „card“ oder „card:“ mit der ICCID der Karte; nichts wurde geöffnet</translation>
    </message>
    <message>
        <source>the card has no account with a password for this DM server; put its DMAcc on the card, or leave the card out of the proof</source>
        <translation>die Karte hat kein Konto mit Passwort für diesen DM-Server; sein DMAcc auf die Karte bringen, oder sich ohne die Karte ausweisen</translation>
    </message>
    <message>
        <source>the card does nothing any more: its use was ended for good (TERMINATE CARD USAGE); take another one</source>
        <translation>die Karte tut nichts mehr: Ihre Nutzung wurde endgültig beendet (TERMINATE CARD USAGE); nehmen Sie eine andere</translation>
    </message>
</context>
<context>
    <name>CardExplorer</name>
    <message>
        <source>creation</source>
        <translation>wird angelegt</translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation>wird initialisiert</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>transparent</translation>
    </message>
    <message>
        <source>linear fixed</source>
        <translation>linear, feste Länge</translation>
    </message>
    <message>
        <source>cyclic</source>
        <translation>zyklisch</translation>
    </message>
    <message>
        <source>BER-TLV</source>
        <translation>BER-TLV</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>stopped on request</source>
        <translation>auf Wunsch angehalten</translation>
    </message>
    <message>
        <source>the card has more than %1 files</source>
        <translation>die Karte hat mehr als %1 Dateien</translation>
    </message>
    <message>
        <source>its FCP cannot be read: %1</source>
        <translation>ihre FCP lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>it is %1, the standard has it %2</source>
        <translation>sie ist %1, nach dem Standard wäre sie %2</translation>
    </message>
    <message>
        <source>the card does not answer SELECT of the MF</source>
        <translation>die Karte antwortet nicht auf SELECT des MF</translation>
    </message>
    <message>
        <source>it is there though service %1 is not announced</source>
        <translation>sie ist da, obwohl Dienst %1 nicht angekündigt ist</translation>
    </message>
    <message>
        <source>%1 is announced by service %2 but not there</source>
        <translation>%1 ist durch Dienst %2 angekündigt, aber nicht da</translation>
    </message>
    <message>
        <source>PKCS#15 data objects</source>
        <translation>PKCS#15-Datenobjekte</translation>
    </message>
    <message>
        <source>the file %1 of &quot;%2&quot; is not there</source>
        <translation>die Datei %1 von „%2“ ist nicht da</translation>
    </message>
    <message>
        <source>PKCS#15 data object</source>
        <translation>PKCS#15-Datenobjekt</translation>
    </message>
    <message>
        <source>the ISIM has this file too, and its copy is the one that counts</source>
        <translation>der ISIM hat diese Datei auch, und seine Kopie gilt</translation>
    </message>
</context>
<context>
    <name>CardFile</name>
    <message>
        <source>%1, %2 × %3 B</source>
        <extracomment>structure of a file, number of records, bytes of each</extracomment>
        <translation>%1, %2 × %3 B</translation>
    </message>
    <message>
        <source>master file</source>
        <translation>Wurzelverzeichnis (MF)</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>application with files</source>
        <translation>Anwendung mit Dateien</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>transparent</translation>
    </message>
    <message>
        <source>linear fixed</source>
        <translation>linear, feste Länge</translation>
    </message>
    <message>
        <source>cyclic</source>
        <translation>zyklisch</translation>
    </message>
    <message>
        <source>BER-TLV</source>
        <translation>BER-TLV</translation>
    </message>
    <message>
        <source>application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>switched off, not asked for</source>
        <translation>abgeschaltet, wird nicht verlangt</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>noch %n Versuch</numerusform>
            <numerusform>noch %n Versuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardFileModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Ändern</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
</context>
<context>
    <name>CardFiles</name>
    <message>
        <source>record %1</source>
        <translation>Satz %1</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>no such file was found on the card: look for its files first</source>
        <translation>diese Datei wurde auf der Karte nicht gefunden: suchen Sie zuerst ihre Dateien</translation>
    </message>
    <message>
        <source>%1 is allowed with: %2 (the card says %3)</source>
        <translation>%1 ist erlaubt mit: %2 (die Karte sagt %3)</translation>
    </message>
    <message>
        <source>this file is not written to</source>
        <translation>in diese Datei wird nicht geschrieben</translation>
    </message>
    <message>
        <source>the card never lets %1 be updated</source>
        <translation>die Karte lässt %1 nie ändern</translation>
    </message>
    <message>
        <source>a directory has no content to read</source>
        <translation>ein Verzeichnis hat keinen Inhalt zum Lesen</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, %3 are needed: resize it first</source>
        <translation>%1 hat %2 Bytes, gebraucht werden %3: zuerst die Größe ändern</translation>
    </message>
    <message>
        <source>a record of %1 has %2 bytes, not %3</source>
        <translation>ein Satz von %1 hat %2 Bytes, nicht %3</translation>
    </message>
    <message>
        <source>%1 must be verified before %2 can be written</source>
        <translation>%1 muss geprüft sein, bevor %2 geschrieben werden kann</translation>
    </message>
    <message>
        <source>%1 has changed since it was read: read it again</source>
        <translation>%1 hat sich seit dem Lesen geändert: neu lesen</translation>
    </message>
    <message>
        <source>%1 reads back other bytes than were written</source>
        <translation>%1 liefert andere Bytes zurück, als geschrieben wurden</translation>
    </message>
    <message>
        <source>%1; these files may have new content and could not be put back: %2</source>
        <translation>%1; diese Dateien haben vielleicht neuen Inhalt und ließen sich nicht zurücksetzen: %2</translation>
    </message>
    <message>
        <source>%1 must be verified before %2 can be resized</source>
        <translation>%1 muss geprüft sein, bevor die Größe von %2 geändert werden kann</translation>
    </message>
</context>
<context>
    <name>CardImage</name>
    <message>
        <source>the card&apos;s image has no epoch</source>
        <translation>das Abbild der Karte hat keine Epoche</translation>
    </message>
    <message>
        <source>the card has no key set %1</source>
        <translation>die Karte hat keinen Schlüsselsatz %1</translation>
    </message>
    <message>
        <source>the card takes no more scripts</source>
        <translation>die Karte nimmt keine Skripte mehr an</translation>
    </message>
</context>
<context>
    <name>CardLink</name>
    <message>
        <source>commands go to card:FILE or pcsc:READER</source>
        <translation>Kommandos gehen an card:DATEI oder pcsc:LESER</translation>
    </message>
</context>
<context>
    <name>CardReader</name>
    <message>
        <source>what the card gave does not agree with the digest of its tree; it may be changing all the time</source>
        <translation>was die Karte geliefert hat, passt nicht zum Digest ihres Baums; vielleicht ändert er sich ständig</translation>
    </message>
    <message>
        <source>the card&apos;s tree changed while it was read</source>
        <translation>der Baum der Karte hat sich während des Lesens geändert</translation>
    </message>
</context>
<context>
    <name>CardSide</name>
    <message>
        <source>there is no security level %1; 01, 03, 11, 13 and 33 there are</source>
        <translation>eine Sicherheitsstufe %1 gibt es nicht; es gibt 01, 03, 11, 13 und 33</translation>
    </message>
    <message>
        <source>the card&apos;s interface is 1.0, it divides no memory</source>
        <translation>die Schnittstelle der Karte ist 1.0, sie teilt keinen Speicher ein</translation>
    </message>
    <message>
        <source>not sent: one before it was refused, or you stopped</source>
        <translation>nicht gesendet: etwas davor wurde abgelehnt oder Sie haben angehalten</translation>
    </message>
    <message>
        <source>there is no session with the card that a receipt could be about</source>
        <translation>mit der Karte besteht keine Sitzung, über die es einen Beleg geben könnte</translation>
    </message>
    <message>
        <source>there is no session with the card; shake hands with it first</source>
        <translation>mit der Karte besteht keine Sitzung; zuerst den Handshake ausführen</translation>
    </message>
    <message>
        <source>stopped before the next command</source>
        <translation>vor dem nächsten Kommando angehalten</translation>
    </message>
    <message>
        <source>%1: %2 at level %3 or more, key versions %4</source>
        <translation>%1: %2 ab Stufe %3, Schlüsselversionen %4</translation>
    </message>
    <message>
        <source>methods that the card accepts</source>
        <translation>Verfahren, die die Karte annimmt</translation>
    </message>
    <message>
        <source>memory of %1: %2 blocks granted, %3 used, limit %4</source>
        <translation>Speicher von %1: %2 Blöcke zugeteilt, %3 belegt, Grenze %4</translation>
    </message>
    <message>
        <source>access conditions and memory</source>
        <translation>Zugriffsbedingungen und Speicher</translation>
    </message>
    <message>
        <source>there is a node of that name that this session may not see: its ACL or the issuer&apos;s policy hides it</source>
        <translation>es gibt einen Knoten dieses Namens, den diese Sitzung nicht sehen darf: seine ACL oder die Regeln des Herausgebers verbergen ihn</translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Bytes)</translation>
    </message>
</context>
<context>
    <name>Certificate</name>
    <message>
        <source>this is no X.509 certificate in PEM or DER</source>
        <translation>das ist kein X.509-Zertifikat in PEM oder DER</translation>
    </message>
    <message>
        <source>the certificate %1 expired at %2, a new one is needed</source>
        <translation>das Zertifikat %1 ist am %2 abgelaufen, ein neues wird gebraucht</translation>
    </message>
    <message>
        <source>the certificate %1 is not valid before %2</source>
        <translation>das Zertifikat %1 gilt nicht vor %2</translation>
    </message>
    <message>
        <source>the certificate %1 was issued by %2, which is no authority that is trusted here</source>
        <translation>das Zertifikat %1 wurde von %2 ausgestellt, einer Stelle, der hier nicht vertraut wird</translation>
    </message>
    <message>
        <source>the signature on the certificate %1 is wrong</source>
        <translation>die Signatur des Zertifikats %1 ist falsch</translation>
    </message>
    <message>
        <source>the certificate %1 cannot be relied on: %2</source>
        <translation>auf das Zertifikat %1 ist kein Verlass: %2</translation>
    </message>
    <message>
        <source>the certificate %1 is not meant for signatures or key agreement</source>
        <translation>das Zertifikat %1 ist weder für Signaturen noch für Schlüsselvereinbarung gedacht</translation>
    </message>
    <message>
        <source>more than %1 certificates in one file</source>
        <translation>mehr als %1 Zertifikate in einer Datei</translation>
    </message>
    <message>
        <source>the certificate %1 has no key on the curve P-256 or P-384</source>
        <translation>das Zertifikat %1 hat keinen Schlüssel auf der Kurve P-256 oder P-384</translation>
    </message>
    <message>
        <source>one certificate was expected, here are %1</source>
        <translation>ein Zertifikat wurde erwartet, hier sind %1</translation>
    </message>
    <message>
        <source>the certificates cannot be checked</source>
        <translation>die Zertifikate lassen sich nicht prüfen</translation>
    </message>
    <message>
        <source>this is no private key in PEM or DER</source>
        <translation>das ist kein privater Schlüssel in PEM oder DER</translation>
    </message>
    <message>
        <source>the cryptographic library made no new key</source>
        <translation>die Kryptobibliothek hat keinen neuen Schlüssel erzeugt</translation>
    </message>
    <message>
        <source>the private key is encrypted, and the passphrase does not open it</source>
        <translation>der private Schlüssel ist verschlüsselt, und die Passphrase öffnet ihn nicht</translation>
    </message>
    <message>
        <source>a key on the curve P-256 or P-384 was expected</source>
        <translation>ein Schlüssel auf der Kurve P-256 oder P-384 wurde erwartet</translation>
    </message>
    <message>
        <source>the parts of the private key do not belong together</source>
        <translation>die Teile des privaten Schlüssels gehören nicht zusammen</translation>
    </message>
    <message>
        <source>a private key on %1 has %2 bytes, not %3</source>
        <translation>ein privater Schlüssel auf %1 hat %2 Bytes, nicht %3</translation>
    </message>
    <message>
        <source>the private key cannot be written out</source>
        <translation>der private Schlüssel lässt sich nicht ausgeben</translation>
    </message>
    <message>
        <source>the other side&apos;s public key is on another curve</source>
        <translation>der öffentliche Schlüssel der Gegenseite liegt auf einer anderen Kurve</translation>
    </message>
    <message>
        <source>the other side&apos;s public key is not on the curve</source>
        <translation>der öffentliche Schlüssel der Gegenseite liegt nicht auf der Kurve</translation>
    </message>
</context>
<context>
    <name>ClientSession</name>
    <message>
        <source>a message of %1 bytes is larger than any that is read</source>
        <translation>eine Nachricht von %1 Bytes ist zu groß, um gelesen zu werden</translation>
    </message>
    <message>
        <source>the server&apos;s MaxMsgSize, %1 bytes, has no room for an answer</source>
        <translation>die MaxMsgSize des Servers, %1 Bytes, lässt keinen Platz für eine Antwort</translation>
    </message>
    <message>
        <source>the server aborted it (Alert 1223)</source>
        <translation>der Server hat sie abgebrochen (Alert 1223)</translation>
    </message>
    <message>
        <source>the server&apos;s message has another SessionID, or a MsgID that does not rise</source>
        <translation>die Nachricht des Servers hat eine andere SessionID oder eine MsgID, die nicht steigt</translation>
    </message>
    <message>
        <source>the server sends messages without end</source>
        <translation>der Server sendet Nachrichten ohne Ende</translation>
    </message>
    <message>
        <source>the server sends messages over the client&apos;s MaxMsgSize</source>
        <translation>der Server sendet Nachrichten über der MaxMsgSize des Clients</translation>
    </message>
    <message>
        <source>the server refused the client&apos;s message</source>
        <translation>der Server hat die Nachricht des Clients abgelehnt</translation>
    </message>
    <message>
        <source>the server sent something that is no DM message</source>
        <translation>der Server hat etwas gesendet, das keine DM-Nachricht ist</translation>
    </message>
    <message>
        <source>the server said no more</source>
        <translation>der Server hat nichts mehr gesagt</translation>
    </message>
    <message>
        <source>the server wants to go on without TLS (RespURI): everybody on the way could read and change the rest</source>
        <translation>der Server will ohne TLS weitermachen (RespURI): jeder auf dem Weg könnte den Rest lesen und ändern</translation>
    </message>
    <message>
        <source>the server asks for a weaker proof than the account&apos;s type, as somebody who wants the password would; if it can do no better, set the account to that type</source>
        <translation>der Server verlangt einen schwächeren Beweis, als es der Typ des Kontos vorsieht, so wie jemand, der das Passwort haben will; kann er es nicht besser, das Konto auf diesen Typ setzen</translation>
    </message>
    <message>
        <source>the server did not prove who it is, as the device&apos;s account for it demands; give the server the secret that stands there (AppAuth of level SRVCRED), or the account that of the server</source>
        <translation>der Server hat nicht nachgewiesen, wer er ist, wie es sein Konto auf dem Gerät verlangt; dem Server das Geheimnis geben, das dort steht (AppAuth der Stufe SRVCRED), oder dem Konto das des Servers</translation>
    </message>
    <message>
        <source>the server does not take the device&apos;s proof of who it is; the name and secret that stand in the account (AppAuth of level CLCRED) must be those that the server knows</source>
        <translation>der Server nimmt den Nachweis des Geräts, wer es ist, nicht an; Name und Geheimnis im Konto (AppAuth der Stufe CLCRED) müssen die sein, die der Server kennt</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>there is no format %1; expected xml, wbxml, ddf, prov, provwbxml or json</source>
        <translation>es gibt kein Format %1; erwartet wird xml, wbxml, ddf, prov, provwbxml oder json</translation>
    </message>
    <message>
        <source>the suffix names no format; expected .xml, .wbxml, .ddf or .json, or --to</source>
        <translation>die Endung nennt kein Format; erwartet wird .xml, .wbxml, .ddf oder .json, oder --to</translation>
    </message>
    <message>
        <source>the suffix of a new file names its format; expected .xml, .wbxml, .ddf or .json</source>
        <translation>die Endung einer neuen Datei nennt ihr Format; erwartet wird .xml, .wbxml, .ddf oder .json</translation>
    </message>
    <message>
        <source>copy needs --uri: what to copy; see dmsc --help</source>
        <translation>copy braucht --uri: was kopiert werden soll; siehe dmsc --help</translation>
    </message>
    <message>
        <source>--demo and --profile exclude each other; see dmsc --help</source>
        <translation>--demo und --profile schließen einander aus; siehe dmsc --help</translation>
    </message>
    <message>
        <source>there is no node %1</source>
        <translation>es gibt keinen Knoten %1</translation>
    </message>
    <message>
        <source>see dmsc --help</source>
        <translation>siehe dmsc --help</translation>
    </message>
    <message>
        <source>--%1 of %2 expects a value</source>
        <translation>--%1 von %2 erwartet einen Wert</translation>
    </message>
    <message>
        <source>%1 does not know the option --%2</source>
        <translation>%1 kennt die Option --%2 nicht</translation>
    </message>
    <message>
        <source>a command is missing</source>
        <translation>es fehlt ein Befehl</translation>
    </message>
    <message>
        <source>there is no command %1</source>
        <translation>es gibt keinen Befehl %1</translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <translation>%1 erwartet %2</translation>
    </message>
    <message>
        <source>only an emulated card can be served; expected card:FILE</source>
        <translation>nur eine emulierte Karte kann angeboten werden; erwartet wird card:DATEI</translation>
    </message>
    <message>
        <source>this is no card; expected card:FILE or pcsc:READER</source>
        <translation>das ist keine Karte; erwartet wird card:DATEI oder pcsc:LESER</translation>
    </message>
    <message>
        <source>DMSC_PINS is a list like 01=1234,0A=11223344</source>
        <translation>DMSC_PINS ist eine Liste wie 01=1234,0A=11223344</translation>
    </message>
    <message>
        <source>%1 is wrong, tries left: %2; nothing else was tried</source>
        <translation>%1 ist falsch, noch %2 Versuche; sonst wurde nichts versucht</translation>
    </message>
    <message>
        <source>the kept credentials</source>
        <translation>die aufbewahrten Nachweise</translation>
    </message>
    <message>
        <source>expected a number of blocks like 10, or 4KB, or 512B, not %1</source>
        <translation>erwartet wurde eine Zahl von Blöcken wie 10 oder 4KB oder 512B, nicht %1</translation>
    </message>
    <message>
        <source>memory takes one of --request, --extend, --reduce, --release and --delete at a time</source>
        <translation>memory nimmt nur eines von --request, --extend, --reduce, --release und --delete auf einmal</translation>
    </message>
    <message>
        <source>the card&apos;s interface is 1.0, it divides no memory</source>
        <translation>die Schnittstelle der Karte ist 1.0, sie teilt keinen Speicher ein</translation>
    </message>
    <message>
        <source>the policy lacks &quot;%1&quot;, or it is of another kind</source>
        <translation>den Regeln fehlt „%1“, oder es ist von anderer Art</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the policy is out of bounds</source>
        <translation>„%1“ der Regeln ist außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the policy is a byte in hex like &quot;33&quot;</source>
        <translation>„%1“ der Regeln ist ein Byte hexadezimal wie „33“</translation>
    </message>
    <message>
        <source>the policy names an unknown method: %1</source>
        <translation>die Regeln nennen eine unbekannte Methode: %1</translation>
    </message>
    <message>
        <source>the policy names an unknown right: %1</source>
        <translation>die Regeln nennen ein unbekanntes Recht: %1</translation>
    </message>
    <message>
        <source>an entity of the policy needs &quot;name&quot; and &quot;role&quot;</source>
        <translation>eine Instanz der Regeln braucht „name“ und „role“</translation>
    </message>
    <message>
        <source>checked up to the published demo authority; --ca names others</source>
        <translation>geprüft bis zur veröffentlichten Demo-Zertifizierungsstelle; --ca nennt andere</translation>
    </message>
    <message>
        <source>--method expects scp03, scp11a, scp11b or scp11c, not %1</source>
        <translation>--method erwartet scp03, scp11a, scp11b oder scp11c, nicht %1</translation>
    </message>
    <message>
        <source>--level expects 01, 03, 11, 13 or 33, not %1</source>
        <translation>--level erwartet 01, 03, 11, 13 oder 33, nicht %1</translation>
    </message>
    <message>
        <source>the file has over 1 MiB</source>
        <translation>die Datei hat über 1 MiB</translation>
    </message>
    <message>
        <source>a passphrase is needed for %1: set DMSC_PASSPHRASE, or run this at a terminal</source>
        <translation>für %1 wird eine Passphrase gebraucht: DMSC_PASSPHRASE setzen oder an einem Terminal ausführen</translation>
    </message>
    <message>
        <source>Passphrase for %1: </source>
        <translation>Passphrase für %1: </translation>
    </message>
    <message>
        <source>the card was opened with the published demo credentials; --keys and --as name others</source>
        <translation>die Karte wurde mit den veröffentlichten Demo-Nachweisen geöffnet; --keys und --as nennen andere</translation>
    </message>
    <message>
        <source>this is no card with the DM_SC application; expected card:FILE or pcsc:READER</source>
        <translation>das ist keine Karte mit der DM_SC-Anwendung; erwartet wurde card:DATEI oder pcsc:LESER</translation>
    </message>
    <message>
        <source>a firmware package has at most 64 MiB</source>
        <translation>ein Firmware-Paket hat höchstens 64 MiB</translation>
    </message>
    <message>
        <source>--card WHERE is missing</source>
        <translation>--card WHERE fehlt</translation>
    </message>
    <message>
        <source>only a card with the DM_SC application checks approvals</source>
        <translation>nur eine Karte mit der DM_SC-Anwendung prüft Freigaben</translation>
    </message>
    <message>
        <source>the session has finished</source>
        <translation>die Sitzung ist beendet</translation>
    </message>
    <message>
        <source>the session broke off</source>
        <translation>die Sitzung riss ab</translation>
    </message>
    <message>
        <source>%1: %2 messages, %3 bytes, %4</source>
        <translation>%1: %2 Nachrichten, %3 Byte, %4</translation>
    </message>
    <message>
        <source>the tree was changed</source>
        <translation>der Baum wurde geändert</translation>
    </message>
    <message>
        <source>the tree is as it was</source>
        <translation>der Baum ist unverändert</translation>
    </message>
    <message>
        <source>--auth is none, basic, md5 or hmac</source>
        <translation>--auth ist none, basic, md5 oder hmac</translation>
    </message>
    <message>
        <source>a file with a message has at most 64 MiB</source>
        <translation>eine Datei mit einer Nachricht hat höchstens 64 MiB</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>exchange needs --handset FILE; see dmsc --help</source>
        <translation>exchange braucht --handset FILE; siehe dmsc --help</translation>
    </message>
    <message>
        <source>a flow needs --handset FILE and --card WHERE</source>
        <translation>ein Ablauf braucht --handset DATEI und --card ORT</translation>
    </message>
    <message>
        <source>%1 (proved by %2) asks:</source>
        <translation>%1 (ausgewiesen durch %2) fragt:</translation>
    </message>
    <message>
        <source>%1 (not proved) asks:</source>
        <translation>%1 (nicht ausgewiesen) fragt:</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes or no? [no]</source>
        <translation>ja oder nein? [nein]</translation>
    </message>
    <message>
        <source>a number?</source>
        <translation>eine Zahl?</translation>
    </message>
    <message>
        <source>same: %1</source>
        <translation>gleich: %1</translation>
    </message>
    <message>
        <source>different: %1</source>
        <translation>verschieden: %1</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>this is neither a file nor hex</source>
        <translation>das ist weder eine Datei noch hexadezimal</translation>
    </message>
    <message>
        <source>--row expects a number from 1 to %1</source>
        <translation>--row erwartet eine Zahl von 1 bis %1</translation>
    </message>
    <message>
        <source>--pcap, --html, --json and --text exclude each other</source>
        <translation>--pcap, --html, --json und --text schließen einander aus</translation>
    </message>
    <message>
        <source>the suffix names the format; expected .dmsclog, .pcap, .html, .json, .txt, .apdu, or DIR/ for messages</source>
        <translation>die Endung bestimmt das Format; erwartet wird .dmsclog, .pcap, .html, .json, .txt, .apdu oder DIR/ für Nachrichten</translation>
    </message>
    <message>
        <source>--filter, character %1</source>
        <translation>--filter, Zeichen %1</translation>
    </message>
    <message>
        <source>replay needs --to card:FILE, --to handset:FILE, --to pcsc:READER or --to server</source>
        <translation>replay braucht --to card:DATEI, --to handset:DATEI, --to pcsc:LESER oder --to server</translation>
    </message>
    <message>
        <source>--edit expects N=HEX or N=@FILE with a row N from 1 to %1</source>
        <translation>--edit erwartet N=HEX oder N=@DATEI mit einer Zeile N von 1 bis %1</translation>
    </message>
    <message>
        <source>nothing of this row is sent to the one who answers</source>
        <translation>von dieser Zeile wird dem, der antwortet, nichts gesendet</translation>
    </message>
    <message>
        <source>card apdu expects commands in hex</source>
        <translation>card apdu erwartet Kommandos in Hex</translation>
    </message>
    <message>
        <source>a key is named as in VERIFY, in hex: 01 is PIN 1, 0A is ADM 1</source>
        <translation>ein Schlüssel heißt wie in VERIFY, in Hex: 01 ist PIN 1, 0A ist ADM 1</translation>
    </message>
    <message>
        <source>, tries left: %1</source>
        <translation>, verbleibende Versuche: %1</translation>
    </message>
    <message>
        <source>the PUK of %1</source>
        <translation>die PUK von %1</translation>
    </message>
    <message>
        <source>the new value of %1</source>
        <translation>der neue Wert von %1</translation>
    </message>
    <message>
        <source>the new value of %1 again</source>
        <translation>der neue Wert von %1 noch einmal</translation>
    </message>
    <message>
        <source>the new value is not the same both times</source>
        <translation>der neue Wert ist nicht beide Male derselbe</translation>
    </message>
    <message>
        <source>the PUK of %1 is wrong, tries left: %2; nothing was changed</source>
        <translation>die PUK von %1 ist falsch, verbleibende Versuche: %2; nichts wurde geändert</translation>
    </message>
    <message>
        <source>%1 is wrong, tries left: %2; nothing was changed</source>
        <translation>%1 ist falsch, verbleibende Versuche: %2; nichts wurde geändert</translation>
    </message>
    <message>
        <source>PUK, tries left: %1</source>
        <translation>PUK, verbleibende Versuche: %1</translation>
    </message>
    <message>
        <source>a key is changed or unblocked, not both at once</source>
        <translation>ein Schlüssel wird geändert oder entsperrt, nicht beides auf einmal</translation>
    </message>
    <message>
        <source>--part expects the number of a record, 1 to 254</source>
        <translation>--part erwartet die Nummer eines Satzes, 1 bis 254</translation>
    </message>
    <message>
        <source>--part is for files with records or data objects</source>
        <translation>--part ist für Dateien mit Sätzen oder Datenobjekten</translation>
    </message>
    <message>
        <source>%1 must be verified first</source>
        <translation>%1 muss zuerst geprüft werden</translation>
    </message>
    <message>
        <source>card preview expects --in, a file with the bytes</source>
        <translation>card preview erwartet --in, eine Datei mit den Bytes</translation>
    </message>
    <message>
        <source>no file of a card has over 16 MiB</source>
        <translation>keine Datei einer Karte hat mehr als 16 MiB</translation>
    </message>
    <message>
        <source>%1 is needed: set %2, or run this at a terminal</source>
        <translation>gebraucht wird: %1; %2 setzen, oder dies an einem Terminal ausführen</translation>
    </message>
    <message>
        <source>%1: </source>
        <comment>what is to be entered</comment>
        <translation>%1: </translation>
    </message>
    <message>
        <source>a DM client needs --handset FILE, and --server URL, --listen SOCKET for applications or --push HOST:PORT for notifications</source>
        <translation>ein DM-Client braucht --handset DATEI und --server URL, --listen SOCKET für Anwendungen oder --push HOST:PORT für Benachrichtigungen</translation>
    </message>
    <message>
        <source>the URI of what was agreed to is missing; consent list has them</source>
        <translation>der URI dessen, dem zugestimmt wurde, fehlt; consent list nennt sie</translation>
    </message>
    <message>
        <source>the handset remembers no consent to %1</source>
        <translation>das Handset weiß von keiner Zustimmung zu %1</translation>
    </message>
    <message>
        <source>ADDRESS:PORT was expected, as in 127.0.0.1:8080</source>
        <translation>ADRESSE:PORT wurde erwartet, etwa 127.0.0.1:8080</translation>
    </message>
    <message>
        <source>--ui is background, inform or ask</source>
        <translation>--ui ist background, inform oder ask</translation>
    </message>
    <message>
        <source>a notification needs --as SERVER and --server-secret S</source>
        <translation>eine Benachrichtigung braucht --as SERVER und --server-secret S</translation>
    </message>
    <message>
        <source>there is no flow of that name; uc1, uc1-a1, uc1-a2, uc2, uc2-a1, sync, store and approve there are</source>
        <translation>einen Ablauf dieses Namens gibt es nicht; es gibt uc1, uc1-a1, uc1-a2, uc2, uc2-a1, sync, store und approve</translation>
    </message>
    <message>
        <source>--package and --signature belong together</source>
        <translation>--package und --signature gehören zusammen</translation>
    </message>
    <message>
        <source>there is not enough memory for this</source>
        <translation>dafür reicht der Arbeitsspeicher nicht</translation>
    </message>
    <message numerus="yes">
        <source>%1 was read with %n warning(s); the first: %2</source>
        <translation>
            <numerusform>%1 wurde mit %n Warnung gelesen: %2</numerusform>
            <numerusform>%1 wurde mit %n Warnungen gelesen; die erste: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 what? expected %2</source>
        <translation>%1 was? erwartet wird %2</translation>
    </message>
    <message>
        <source>there is no command %1 %2; expected %3</source>
        <translation>es gibt keinen Befehl %1 %2; erwartet wird %3</translation>
    </message>
    <message>
        <source>--xml and --wbxml exclude each other</source>
        <translation>--xml und --wbxml schließen einander aus</translation>
    </message>
    <message>
        <source>clients can only be told apart by a secret: name it with --secret S, or leave out %1</source>
        <translation>Clients lassen sich nur an einem Geheimnis erkennen: mit --secret S angeben oder %1 weglassen</translation>
    </message>
    <message>
        <source>--key FILE belongs to a --certificate FILE</source>
        <translation>--key FILE gehört zu einem --certificate FILE</translation>
    </message>
    <message>
        <source>a command has four bytes at least: CLA, INS, P1, P2</source>
        <translation>ein Kommando hat mindestens vier Bytes: CLA, INS, P1, P2</translation>
    </message>
    <message>
        <source>the policy has &quot;%1&quot; where these may stand: %2</source>
        <translation>in den Regeln steht „%1“, wo nur diese stehen dürfen: %2</translation>
    </message>
    <message>
        <source>--reset-tries expects a key version in hex like 33, not %1</source>
        <translation>--reset-tries erwartet eine Schlüsselversion in Hex wie 33, nicht %1</translation>
    </message>
    <message>
        <source>a side has not signed the receipt</source>
        <translation>eine Seite hat den Beleg nicht unterschrieben</translation>
    </message>
    <message>
        <source>a signature of the receipt does not hold: %1</source>
        <translation>eine Unterschrift des Belegs hält nicht: %1</translation>
    </message>
    <message>
        <source>no session with a card took place that a receipt could be about</source>
        <translation>es gab keine Sitzung mit einer Karte, über die es einen Beleg geben könnte</translation>
    </message>
    <message>
        <source>--%1 is for %2 alone</source>
        <translation>--%1 gibt es nur bei %2</translation>
    </message>
    <message>
        <source>--as expects issuer, device, dms, application or the id of a kept credential, not %1; kept are %2</source>
        <translation>--as erwartet issuer, device, dms, application oder die Kennung aufbewahrter Zugangsdaten, nicht %1; aufbewahrt sind %2</translation>
    </message>
    <message>
        <source>%1: further warnings: %2</source>
        <translation>%1: weitere Warnungen: %2</translation>
    </message>
    <message>
        <source>%1: DMSC_PINS takes the keys for what is locked, for instance 01=1234 for PIN 1</source>
        <translation>%1: die Schlüssel für das Gesperrte kommen in DMSC_PINS, zum Beispiel 01=1234 für PIN 1</translation>
    </message>
    <message>
        <source>the card has no such file; card files shows their paths, such as 3F00/2FE2</source>
        <translation>die Karte hat keine solche Datei; card files zeigt die Pfade, etwa 3F00/2FE2</translation>
    </message>
    <message>
        <source>more than one file is called that: %1</source>
        <translation>mehr als eine Datei heißt so: %1</translation>
    </message>
    <message>
        <source>--answer is yes, no, ask or a file with answers</source>
        <translation>--answer ist yes, no, ask oder eine Datei mit Antworten</translation>
    </message>
    <message>
        <source>--resync is about notifications: it belongs to --listen or --push</source>
        <translation>--resync betrifft Benachrichtigungen: es gehört zu --listen oder --push</translation>
    </message>
    <message>
        <source>--resync is zeros or text</source>
        <translation>--resync ist zeros oder text</translation>
    </message>
    <message>
        <source>the server at a URL says itself what it wants stored; leave out --mo</source>
        <translation>der Server an einer URL sagt selbst, was er gespeichert haben will; --mo weglassen</translation>
    </message>
    <message>
        <source>a key set names its version itself, --key-version is for a key pair</source>
        <translation>ein Schlüsselsatz nennt seine Version selbst, --key-version ist für ein Schlüsselpaar</translation>
    </message>
    <message>
        <source>a key pair needs --key-version, a byte in hex like 13, not &quot;%1&quot;</source>
        <translation>ein Schlüsselpaar braucht --key-version, ein Byte in hex wie 13, nicht „%1“</translation>
    </message>
    <message>
        <source>--%1 of %2 takes no value</source>
        <translation>--%1 von %2 hat keinen Wert</translation>
    </message>
    <message>
        <source>the session was aborted: %1</source>
        <translation>die Sitzung wurde abgebrochen: %1</translation>
    </message>
    <message>
        <source>the session was over before this message</source>
        <translation>die Sitzung war vor dieser Nachricht zu Ende</translation>
    </message>
    <message>
        <source>the handset has no account for this DM server, which --prove-by-card needs; name it with --as, or let the card bring one</source>
        <translation>das Handgerät hat kein Konto für diesen DM-Server, das --prove-by-card braucht; mit --as benennen, oder von der Karte mitbringen lassen</translation>
    </message>
    <message>
        <source>--prove-by-card goes with --server, and without --secret and --server-secret: the card has them</source>
        <translation>--prove-by-card gehört zu --server und steht ohne --secret und --server-secret: die hat die Karte</translation>
    </message>
    <message>
        <source>--prove-by-card needs --card, and a card with the DM_SC application</source>
        <translation>--prove-by-card braucht --card und eine Karte mit der Anwendung DM_SC</translation>
    </message>
    <message>
        <source>the server did not prove who it is, which the handset wants of it; start it with the --server-secret and --auth of the handset&apos;s account, or say here with --server-secret and --auth what it has (--auth none: no proof is wanted)</source>
        <translation>der Server hat nicht nachgewiesen, wer er ist, wie es das Handset von ihm verlangt; ihn mit --server-secret und --auth aus dem Konto des Handsets starten oder hier mit --server-secret und --auth angeben, was er hat (--auth none: kein Nachweis wird verlangt)</translation>
    </message>
    <message>
        <source>the server does not take the handset&apos;s proof of who it is; give --user, --secret and --auth as the server knows them</source>
        <translation>der Server nimmt den Nachweis des Handsets, wer es ist, nicht an; --user, --secret und --auth so angeben, wie der Server sie kennt</translation>
    </message>
    <message>
        <source>--from names a document&apos;s format; this is no document</source>
        <translation>--from nennt das Format eines Dokuments; dies ist kein Dokument</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the value of %n node(s)</source>
        <translation>
            <numerusform>den Wert von %n Knoten</numerusform>
            <numerusform>den Wert von %n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>the rules of the DDF</source>
        <translation>die Regeln der DDF</translation>
    </message>
    <message>
        <source>%1: this format has no place for %2</source>
        <translation>%1: dieses Format hat keinen Platz für %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s)</source>
        <translation>
            <numerusform>%1 von %n Knoten</numerusform>
            <numerusform>%1 von %n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>--prove-by-card goes with the flows store and approve</source>
        <translation>--prove-by-card gehört zu den Abläufen store und approve</translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>Device: name</source>
        <translation>Gerät: Name</translation>
    </message>
    <message>
        <source>Device: value</source>
        <translation>Gerät: Wert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Card: name</source>
        <translation>Karte: Name</translation>
    </message>
    <message>
        <source>Card: value</source>
        <translation>Karte: Wert</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>device: %1</source>
        <translation>Gerät: %1</translation>
    </message>
    <message>
        <source>card: %1</source>
        <translation>Karte: %1</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>on the card at %1</source>
        <translation>auf der Karte unter %1</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>changed by the plan</source>
        <translation>vom Plan geändert</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) inside</source>
        <translation>
            <numerusform>%n Knoten darin</numerusform>
            <numerusform>%n Knoten darin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) inside</source>
        <translation>
            <numerusform>%n Unterschied darin</numerusform>
            <numerusform>%n Unterschiede darin</numerusform>
        </translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>stored by %1</source>
        <translation>gespeichert von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted: %1</source>
        <translation>
            <numerusform>%n gelöscht: %1</numerusform>
            <numerusform>%n gelöscht: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln Unterschied</numerusform>
            <numerusform>%Ln Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>properties</source>
        <comment>short: they differ</comment>
        <translation>Eigenschaften</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln inside</source>
        <translation>
            <numerusform>%1, darin %Ln</numerusform>
            <numerusform>%1, darin %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>deleted by the plan</source>
        <translation>im Plan gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln inside</source>
        <comment>mark</comment>
        <translation>
            <numerusform>%1 darin %Ln</numerusform>
            <numerusform>%1 darin %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictModel</name>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Letzter Stand</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Wahl</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>back to the base</source>
        <translation>zurück zum letzten Stand</translation>
    </message>
    <message>
        <source>take the card&apos;s</source>
        <translation>von der Karte übernehmen</translation>
    </message>
    <message>
        <source>take the device&apos;s</source>
        <translation>vom Gerät übernehmen</translation>
    </message>
</context>
<context>
    <name>ConflictText</name>
    <message>
        <source>value changed on both sides</source>
        <translation>Wert auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>format changed on both sides</source>
        <translation>Format auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>type changed on both sides</source>
        <translation>Typ auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>ACL changed on both sides</source>
        <translation>ACL auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>title changed on both sides</source>
        <translation>Titel auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>name changed on both sides</source>
        <translation>Name auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>changed on the device, deleted on the card</source>
        <translation>auf dem Gerät geändert, auf der Karte gelöscht</translation>
    </message>
    <message>
        <source>changed on the card, deleted on the device</source>
        <translation>auf der Karte geändert, auf dem Gerät gelöscht</translation>
    </message>
    <message>
        <source>on both sides, not the same</source>
        <translation>auf beiden Seiten verschieden</translation>
    </message>
    <message>
        <source>a value on one side, a branch on the other</source>
        <translation>auf einer Seite ein Wert, auf der anderen ein Zweig</translation>
    </message>
    <message>
        <source>changed on the device: %1</source>
        <translation>auf dem Gerät geändert: %1</translation>
    </message>
    <message>
        <source>changed on the card: %1</source>
        <translation>auf der Karte geändert: %1</translation>
    </message>
    <message>
        <source>no base</source>
        <translation>kein letzter Stand</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Nothing is decided: the synchronisation cannot be carried out before it is.</source>
        <translation>Noch nicht entschieden: vorher kann die Synchronisation nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Device and card go back to what both had: %1.</source>
        <translation>Gerät und Karte kehren zum gemeinsamen Stand zurück: %1.</translation>
    </message>
    <message>
        <source>It is deleted on the device and on the card.</source>
        <translation>Es wird auf dem Gerät und auf der Karte gelöscht.</translation>
    </message>
    <message>
        <source>The device gets what the card has: %1.</source>
        <translation>Das Gerät erhält den Stand der Karte: %1.</translation>
    </message>
    <message>
        <source>It is deleted on the device too; its changes are lost.</source>
        <translation>Es wird auch auf dem Gerät gelöscht; die Änderungen dort gehen verloren.</translation>
    </message>
    <message>
        <source>The card gets what the device has: %1.</source>
        <translation>Die Karte erhält den Stand des Geräts: %1.</translation>
    </message>
    <message>
        <source>It is deleted on the card too; its changes are lost.</source>
        <translation>Es wird auch auf der Karte gelöscht; die Änderungen dort gehen verloren.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>The change is made</source>
        <translation>Die Änderung wird ausgeführt</translation>
    </message>
    <message>
        <source>The change is refused, and who asks is told</source>
        <translation>Die Änderung wird abgelehnt, und wer fragt, erfährt es</translation>
    </message>
    <message>
        <source>what is there now was marked to be confirmed</source>
        <translation>was jetzt da ist, war als zu bestätigen gekennzeichnet</translation>
    </message>
    <message numerus="yes">
        <source>Let %n setting(s) of this device be changed?</source>
        <translation>
            <numerusform>%n Einstellung dieses Geräts ändern lassen?</numerusform>
            <numerusform>%n Einstellungen dieses Geräts ändern lassen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Let these settings be stored on the card?</source>
        <translation>Dürfen diese Einstellungen auf der Karte gespeichert werden?</translation>
    </message>
    <message>
        <source>they were marked to be confirmed</source>
        <translation>sie sind als zu bestätigen gekennzeichnet</translation>
    </message>
    <message>
        <source>The card keeps a copy, for whoever may read it there</source>
        <translation>Die Karte behält eine Kopie, für alle, die sie dort lesen dürfen</translation>
    </message>
    <message>
        <source>They stay on this device alone, and who asks is told</source>
        <translation>Sie bleiben allein auf diesem Gerät, und wer fragt, erfährt es</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>the DM session with the device is over</source>
        <translation>die DM-Sitzung mit dem Gerät ist zu Ende</translation>
    </message>
    <message>
        <source>the device does not pass on what its card says: %1</source>
        <translation>das Gerät gibt nicht weiter, was seine Karte antwortet: %1</translation>
    </message>
    <message>
        <source>the device does not pass commands on to its card: %1</source>
        <translation>das Gerät gibt keine Kommandos an seine Karte weiter: %1</translation>
    </message>
</context>
<context>
    <name>CredentialModel</name>
    <message>
        <source>%1 cannot use it</source>
        <translation>%1 kann es nicht verwenden</translation>
    </message>
    <message>
        <source>stands for another</source>
        <translation>steht für jemand anderen</translation>
    </message>
    <message>
        <source>! expired on %1</source>
        <translation>! abgelaufen am %1</translation>
    </message>
    <message>
        <source>published test keys, protect nothing</source>
        <translation>veröffentlichte Testschlüssel, schützen nichts</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>gültig bis %1</translation>
    </message>
    <message>
        <source>protected by your passphrase</source>
        <translation>durch Ihre Passphrase geschützt</translation>
    </message>
    <message>
        <source>key set</source>
        <translation>Schlüsselsatz</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Steht für</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>Credentials</name>
    <message>
        <source>the file has no certificate of its private key</source>
        <translation>die Datei enthält kein Zertifikat zu ihrem privaten Schlüssel</translation>
    </message>
    <message>
        <source>the file has no certificate of an authority; without one the card cannot be checked: add the CA</source>
        <translation>die Datei enthält kein Zertifikat einer Zertifizierungsstelle; ohne sie lässt sich die Karte nicht prüfen: die CA hinzufügen</translation>
    </message>
    <message>
        <source>the file has no usable private key</source>
        <translation>die Datei enthält keinen brauchbaren privaten Schlüssel</translation>
    </message>
    <message>
        <source>expected PKCS#12, PEM or a key set in JSON</source>
        <translation>erwartet wurde PKCS#12, PEM oder ein Schlüsselsatz in JSON</translation>
    </message>
    <message>
        <source>the passphrase does not open the PKCS#12 file, or it was changed</source>
        <translation>die Passphrase öffnet die PKCS#12-Datei nicht, oder sie wurde verändert</translation>
    </message>
    <message>
        <source>the PKCS#12 file has no private key with a certificate</source>
        <translation>die PKCS#12-Datei enthält keinen privaten Schlüssel mit Zertifikat</translation>
    </message>
    <message>
        <source>a key set needs &quot;%1&quot;: 16, 24 or 32 bytes in hex</source>
        <translation>ein Schlüsselsatz braucht „%1“: 16, 24 oder 32 Bytes hexadezimal</translation>
    </message>
    <message>
        <source>a key set needs &quot;version&quot;: a byte in hex like &quot;31&quot;</source>
        <translation>ein Schlüsselsatz braucht „version“: ein Byte hexadezimal wie „31“</translation>
    </message>
    <message>
        <source>&quot;macSize&quot; of a key set is 8 or 16</source>
        <translation>„macSize“ eines Schlüsselsatzes ist 8 oder 16</translation>
    </message>
    <message>
        <source>what is stored here is no credential of ours</source>
        <translation>was hier gespeichert ist, ist keiner unserer Nachweise</translation>
    </message>
    <message>
        <source>AES-%1, key version %2, %3-byte MACs</source>
        <translation>AES-%1, Schlüsselversion %2, MACs mit %3 Bytes</translation>
    </message>
    <message>
        <source>%1, %2, issued by %3</source>
        <translation>%1, %2, ausgestellt von %3</translation>
    </message>
    <message>
        <source>Demo desk: %1</source>
        <translation>Demo: %1</translation>
    </message>
    <message>
        <source>the credentials are locked; give their passphrase first</source>
        <translation>die Nachweise sind gesperrt; zuerst ihre Passphrase angeben</translation>
    </message>
    <message>
        <source>larger than 8 MiB</source>
        <translation>größer als 8 MiB</translation>
    </message>
    <message>
        <source>this is no file of credentials, or it was changed</source>
        <translation>das ist keine Datei mit Nachweisen, oder sie wurde verändert</translation>
    </message>
    <message>
        <source>the passphrase is wrong</source>
        <translation>die Passphrase ist falsch</translation>
    </message>
    <message>
        <source>the file of credentials was changed by somebody who has not its passphrase</source>
        <translation>die Datei mit Nachweisen wurde von jemandem verändert, der ihre Passphrase nicht hat</translation>
    </message>
    <message>
        <source>the file holds 1000 and no more</source>
        <translation>die Datei fasst 1000 und nicht mehr</translation>
    </message>
    <message>
        <source>the demo desk&apos;s credentials are part of the program</source>
        <translation>die Nachweise der Demo gehören zum Programm</translation>
    </message>
    <message>
        <source>there is no credential %1</source>
        <translation>einen Nachweis %1 gibt es nicht</translation>
    </message>
    <message>
        <source>scrypt parameters out of bounds: n %1, r %2, p %3</source>
        <translation>scrypt-Parameter außerhalb der Grenzen: n %1, r %2, p %3</translation>
    </message>
    <message>
        <source>the passphrase is empty</source>
        <translation>die Passphrase ist leer</translation>
    </message>
    <message>
        <source>there is not enough memory to work out the key</source>
        <translation>der Speicher reicht nicht, um den Schlüssel zu berechnen</translation>
    </message>
    <message>
        <source>the file has %1 bytes; a PKCS#12, PEM or key set file of 1 byte to 1 MiB was expected</source>
        <translation>die Datei hat %1 Bytes; erwartet wurde eine Datei mit PKCS#12, PEM oder Schlüsselsatz von 1 Byte bis 1 MiB</translation>
    </message>
    <message>
        <source>it is kept already, as %1</source>
        <translation>schon aufbewahrt, als %1</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>the image is damaged: %1</source>
        <translation>das Abbild ist beschädigt: %1</translation>
    </message>
    <message>
        <source>the image cannot be read or written: %1</source>
        <translation>das Abbild kann nicht gelesen oder geschrieben werden: %1</translation>
    </message>
    <message>
        <source>there is a file of that name already</source>
        <translation>es gibt schon eine Datei mit diesem Namen</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>the image cannot be opened: %1</source>
        <translation>das Abbild kann nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>the image cannot be written</source>
        <translation>das Abbild kann nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>DecisionModel</name>
    <message>
        <source>Nothing was taken in, so there is nothing to undo. Run the flow again to be asked again.</source>
        <translation>Es wurde nichts übernommen, also ist nichts rückgängig zu machen. Ein neuer Ablauf fragt erneut.</translation>
    </message>
    <message>
        <source>It will be asked again. Nothing that can be undone followed from it.</source>
        <translation>Es wird erneut gefragt. Daraus folgte nichts, was rückgängig zu machen wäre.</translation>
    </message>
    <message>
        <source>and so on</source>
        <translation>und so weiter</translation>
    </message>
    <message>
        <source>%1, revoked</source>
        <translation>%1, widerrufen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>Wer fragte</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 leaves the device</source>
        <translation>%1 verlässt das Gerät</translation>
    </message>
    <message>
        <source>set %1 back yourself</source>
        <translation>setzen Sie %1 selbst zurück</translation>
    </message>
    <message>
        <source>It will be asked again. What was taken in: %1.</source>
        <translation>Es wird wieder gefragt. Übernommen wurde: %1.</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>früher</translation>
    </message>
</context>
<context>
    <name>Decode</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>the rest is not shown</source>
        <translation>der Rest wird nicht gezeigt</translation>
    </message>
    <message>
        <source>unknown element</source>
        <translation>unbekanntes Element</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>, secure messaging</source>
        <translation>, Secure Messaging</translation>
    </message>
    <message>
        <source>, more of the chain follows</source>
        <translation>, weitere Teile der Kette folgen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>a command has at least 4 bytes, this has %1</source>
        <translation>ein Befehl hat mindestens 4 Bytes, dieser hat %1</translation>
    </message>
    <message>
        <source>Lc, data and Le do not fit the %1 bytes after P2</source>
        <translation>Lc, Daten und Le passen nicht zu den %1 Bytes nach P2</translation>
    </message>
    <message>
        <source>a response has at least 2 bytes, this has %1</source>
        <translation>eine Antwort hat mindestens 2 Bytes, diese hat %1</translation>
    </message>
    <message>
        <source>Values of the handshake</source>
        <translation>Werte des Handshakes</translation>
    </message>
    <message>
        <source>proprietary</source>
        <translation>proprietär</translation>
    </message>
    <message>
        <source>interindustry</source>
        <translation>interindustriell</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>GlobalPlatform or proprietary</source>
        <translation>GlobalPlatform oder proprietär</translation>
    </message>
    <message>
        <source>ISO 7816-4, header authenticated</source>
        <translation>ISO 7816-4, Kopf authentisiert</translation>
    </message>
    <message>
        <source>ISO 7816-4, header not authenticated</source>
        <translation>ISO 7816-4, Kopf nicht authentisiert</translation>
    </message>
    <message>
        <source>, channel %1</source>
        <translation>, Kanal %1</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>More of the chain follows</source>
        <translation>Weitere Teile der Kette folgen</translation>
    </message>
    <message>
        <source>Secure messaging</source>
        <translation>Secure Messaging</translation>
    </message>
    <message>
        <source>Logical channel</source>
        <translation>Logischer Kanal</translation>
    </message>
    <message>
        <source>C-MAC</source>
        <translation>C-MAC</translation>
    </message>
    <message>
        <source>C-DECRYPTION</source>
        <translation>C-DECRYPTION</translation>
    </message>
    <message>
        <source>R-MAC</source>
        <translation>R-MAC</translation>
    </message>
    <message>
        <source>R-ENCRYPTION</source>
        <translation>R-ENCRYPTION</translation>
    </message>
    <message>
        <source>explore</source>
        <translation>erkunden</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>manage memory</source>
        <translation>Speicher verwalten</translation>
    </message>
    <message>
        <source>others&apos; data too</source>
        <translation>auch Daten anderer</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>Mindeststufe</translation>
    </message>
    <message>
        <source>formatted</source>
        <translation>formatiert</translation>
    </message>
    <message>
        <source>extended length</source>
        <translation>erweiterte Länge</translation>
    </message>
    <message>
        <source>command chaining</source>
        <translation>Verkettung von Befehlen</translation>
    </message>
    <message>
        <source>subtree added</source>
        <translation>Teilbaum hinzugefügt</translation>
    </message>
    <message>
        <source>subtree gone</source>
        <translation>Teilbaum entfernt</translation>
    </message>
    <message>
        <source>value or properties changed</source>
        <translation>Wert oder Eigenschaften geändert</translation>
    </message>
    <message>
        <source>kind, name and digest of each child: %1</source>
        <translation>Art, Name und Prüfwert jedes Kindes: %1</translation>
    </message>
    <message>
        <source>the host is the server</source>
        <translation>der Host ist der Server</translation>
    </message>
    <message>
        <source>the card is the server</source>
        <translation>die Karte ist der Server</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>request</source>
        <translation>anfordern</translation>
    </message>
    <message>
        <source>extend</source>
        <translation>erweitern</translation>
    </message>
    <message>
        <source>reduce</source>
        <translation>verkleinern</translation>
    </message>
    <message>
        <source>release</source>
        <translation>freigeben</translation>
    </message>
    <message>
        <source>get</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>put</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>put keys</source>
        <translation>Schlüssel schreiben</translation>
    </message>
    <message>
        <source>reset tries</source>
        <translation>Versuche zurücksetzen</translation>
    </message>
    <message>
        <source>put authority</source>
        <translation>Instanz für Freigaben schreiben</translation>
    </message>
    <message>
        <source>the device wants a session</source>
        <translation>das Gerät will eine Sitzung</translation>
    </message>
    <message>
        <source>does the card want one?</source>
        <translation>will die Karte eine?</translation>
    </message>
    <message>
        <source>Digest (SHA-256)</source>
        <translation>Prüfwert (SHA-256)</translation>
    </message>
    <message>
        <source>Key identifier</source>
        <translation>Schlüsselkennung</translation>
    </message>
    <message>
        <source>Key version</source>
        <translation>Schlüsselversion</translation>
    </message>
    <message>
        <source>key %1 of version %2</source>
        <translation>Schlüssel %1 der Version %2</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>Schlüsselart</translation>
    </message>
    <message>
        <source>Key length</source>
        <translation>Schlüssellänge</translation>
    </message>
    <message>
        <source>OP_READY, or loaded</source>
        <translation>OP_READY oder geladen</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>initialised, or selectable</source>
        <translation>initialisiert oder auswählbar</translation>
    </message>
    <message>
        <source>secured, or personalised</source>
        <translation>gesichert oder personalisiert</translation>
    </message>
    <message>
        <source>card locked</source>
        <translation>Karte gesperrt</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>security domain</source>
        <translation>Sicherheitsdomäne</translation>
    </message>
    <message>
        <source>DAP verification</source>
        <translation>DAP-Prüfung</translation>
    </message>
    <message>
        <source>delegated management</source>
        <translation>delegierte Verwaltung</translation>
    </message>
    <message>
        <source>card lock</source>
        <translation>Karte sperren</translation>
    </message>
    <message>
        <source>card terminate</source>
        <translation>Karte beenden</translation>
    </message>
    <message>
        <source>card reset</source>
        <translation>Karte zurücksetzen</translation>
    </message>
    <message>
        <source>CVM management</source>
        <translation>CVM-Verwaltung</translation>
    </message>
    <message>
        <source>mandated DAP verification</source>
        <translation>vorgeschriebene DAP-Prüfung</translation>
    </message>
    <message>
        <source>S16</source>
        <translation>S16</translation>
    </message>
    <message>
        <source>pseudo-random card challenge</source>
        <translation>pseudozufällige Kartenaufforderung</translation>
    </message>
    <message>
        <source>answers with MAC</source>
        <translation>Antworten mit MAC</translation>
    </message>
    <message>
        <source>answers encrypted</source>
        <translation>Antworten verschlüsselt</translation>
    </message>
    <message>
        <source>Key diversification data</source>
        <translation>Daten zur Schlüsseldiversifikation</translation>
    </message>
    <message>
        <source>Secure channel protocol</source>
        <translation>Protokoll des sicheren Kanals</translation>
    </message>
    <message>
        <source>Protocol options (i)</source>
        <translation>Protokolloptionen (i)</translation>
    </message>
    <message>
        <source>Card challenge</source>
        <translation>Aufforderung der Karte</translation>
    </message>
    <message>
        <source>Card cryptogram</source>
        <translation>Kryptogramm der Karte</translation>
    </message>
    <message>
        <source>Sequence counter</source>
        <translation>Sequenzzähler</translation>
    </message>
    <message>
        <source>Encrypted data</source>
        <translation>Verschlüsselte Daten</translation>
    </message>
    <message>
        <source>Data in clear</source>
        <translation>Daten im Klartext</translation>
    </message>
    <message>
        <source>secure messaging, %1 bytes</source>
        <translation>Secure Messaging, %1 Byte</translation>
    </message>
    <message>
        <source>not specified</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>in the background</source>
        <translation>im Hintergrund</translation>
    </message>
    <message>
        <source>tell the user</source>
        <translation>Benutzer informieren</translation>
    </message>
    <message>
        <source>ask the user</source>
        <translation>Benutzer fragen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version, upper eight bits</source>
        <translation>Version, obere acht Bits</translation>
    </message>
    <message>
        <source>Version, lower two bits</source>
        <translation>Version, untere zwei Bits</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>User interaction</source>
        <translation>Benutzerinteraktion</translation>
    </message>
    <message>
        <source>Initiator</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Reserved, upper three bits</source>
        <translation>Reserviert, obere drei Bits</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>a trigger has at least 8 bytes, this has %1</source>
        <translation>ein Trigger hat mindestens 8 Byte, dieser hat %1</translation>
    </message>
    <message>
        <source>Length of the server id</source>
        <translation>Länge der Serverkennung</translation>
    </message>
    <message>
        <source>Server id</source>
        <translation>Serverkennung</translation>
    </message>
    <message>
        <source>ends within the server id</source>
        <translation>endet innerhalb der Serverkennung</translation>
    </message>
    <message>
        <source>Vendor body</source>
        <translation>Herstellerteil</translation>
    </message>
    <message>
        <source>session %1 with %2</source>
        <translation>Sitzung %1 mit %2</translation>
    </message>
    <message>
        <source>WSP push header</source>
        <translation>WSP-Push-Kopf</translation>
    </message>
    <message>
        <source>Digest (MD5)</source>
        <translation>Prüfwert (MD5)</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>modifiable</source>
        <translation>änderbar</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>login required</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>generates random numbers</source>
        <translation>erzeugt Zufallszahlen</translation>
    </message>
    <message>
        <source>EID compliant</source>
        <translation>EID-konform</translation>
    </message>
    <message>
        <source>Filling</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>GSM default alphabet, packed</source>
        <translation>GSM-Standardalphabet, gepackt</translation>
    </message>
    <message>
        <source>GSM default alphabet, a byte a character</source>
        <translation>GSM-Standardalphabet, ein Byte je Zeichen</translation>
    </message>
    <message>
        <source>UCS2</source>
        <translation>UCS2</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>any character</source>
        <translation>beliebige Zeichen</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>immediate answer</source>
        <translation>sofortige Antwort</translation>
    </message>
    <message>
        <source>help is available</source>
        <translation>Hilfe ist verfügbar</translation>
    </message>
    <message>
        <source>input is hidden</source>
        <translation>Eingabe ist verdeckt</translation>
    </message>
    <message>
        <source>answer is packed</source>
        <translation>Antwort ist gepackt</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>hohe Priorität</translation>
    </message>
    <message>
        <source>the user clears the text</source>
        <translation>der Benutzer löscht den Text</translation>
    </message>
    <message>
        <source>Command number</source>
        <translation>Befehlsnummer</translation>
    </message>
    <message>
        <source>Command type</source>
        <translation>Befehlsart</translation>
    </message>
    <message>
        <source>Qualifier</source>
        <translation>Zusatz</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>Additional information</source>
        <translation>Zusätzliche Angabe</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>%1 tenths of a second</source>
        <translation>%1 Zehntelsekunden</translation>
    </message>
    <message>
        <source>any number of</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>at least %1, at most %2 characters</source>
        <translation>mindestens %1, höchstens %2 Zeichen</translation>
    </message>
    <message>
        <source>link established</source>
        <translation>Verbindung steht</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>no data object: %1</source>
        <translation>kein Datenobjekt: %1</translation>
    </message>
    <message>
        <source>working EF</source>
        <translation>Arbeits-EF</translation>
    </message>
    <message>
        <source>internal EF</source>
        <translation>internes EF</translation>
    </message>
    <message>
        <source>DF or ADF</source>
        <translation>DF oder ADF</translation>
    </message>
    <message>
        <source>no structure told</source>
        <translation>keine Struktur genannt</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>transparent</translation>
    </message>
    <message>
        <source>linear fixed</source>
        <translation>linear fest</translation>
    </message>
    <message>
        <source>cyclic</source>
        <translation>zyklisch</translation>
    </message>
    <message>
        <source>Shareable</source>
        <translation>Mehrfach nutzbar</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Dateiart</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Data coding</source>
        <translation>Datenkodierung</translation>
    </message>
    <message>
        <source>Record length</source>
        <translation>Satzlänge</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>, %1 records of %2 bytes</source>
        <translation>, %1 Sätze von %2 Byte</translation>
    </message>
    <message>
        <source>no information</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>creation</source>
        <translation>Erzeugung</translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation>Initialisierung</translation>
    </message>
    <message>
        <source>operational, activated</source>
        <translation>in Betrieb, aktiviert</translation>
    </message>
    <message>
        <source>operational, deactivated</source>
        <translation>in Betrieb, deaktiviert</translation>
    </message>
    <message>
        <source>File of rules</source>
        <translation>Datei der Regeln</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>record %1 of %2</source>
        <translation>Satz %1 von %2</translation>
    </message>
    <message>
        <source>%1 in security environment %2</source>
        <translation>%1 in der Sicherheitsumgebung %2</translation>
    </message>
    <message>
        <source>delete the file itself</source>
        <translation>die Datei selbst löschen</translation>
    </message>
    <message>
        <source>terminate</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>activate</source>
        <translation>aktivieren</translation>
    </message>
    <message>
        <source>deactivate</source>
        <translation>deaktivieren</translation>
    </message>
    <message>
        <source>write (EF), create DF (DF)</source>
        <translation>schreiben (EF), DF anlegen (DF)</translation>
    </message>
    <message>
        <source>update (EF), create EF (DF)</source>
        <translation>ändern (EF), EF anlegen (DF)</translation>
    </message>
    <message>
        <source>read (EF), delete child (DF)</source>
        <translation>lesen (EF), Kind löschen (DF)</translation>
    </message>
    <message>
        <source>Access mode</source>
        <translation>Zugriffsart</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>conditions of a security environment</source>
        <translation>Bedingungen einer Sicherheitsumgebung</translation>
    </message>
    <message>
        <source>Security condition</source>
        <translation>Sicherheitsbedingung</translation>
    </message>
    <message>
        <source>commands with INS %1</source>
        <translation>Befehle mit INS %1</translation>
    </message>
    <message>
        <source>verification or encipherment</source>
        <translation>Prüfung oder Verschlüsselung</translation>
    </message>
    <message>
        <source>computation or decipherment</source>
        <translation>Berechnung oder Entschlüsselung</translation>
    </message>
    <message>
        <source>secure messaging of the answer</source>
        <translation>Secure Messaging der Antwort</translation>
    </message>
    <message>
        <source>secure messaging of the command</source>
        <translation>Secure Messaging des Befehls</translation>
    </message>
    <message>
        <source>the user&apos;s PIN</source>
        <translation>die PIN des Benutzers</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>clock may stop</source>
        <translation>Takt darf anhalten</translation>
    </message>
    <message>
        <source>clock stops at high level</source>
        <translation>Takt hält auf hohem Pegel</translation>
    </message>
    <message>
        <source>clock stops at low level</source>
        <translation>Takt hält auf niedrigem Pegel</translation>
    </message>
    <message>
        <source>class A</source>
        <translation>Klasse A</translation>
    </message>
    <message>
        <source>class B</source>
        <translation>Klasse B</translation>
    </message>
    <message>
        <source>class C</source>
        <translation>Klasse C</translation>
    </message>
    <message>
        <source>DER coding only</source>
        <translation>nur DER-Kodierung</translation>
    </message>
    <message>
        <source>high update activity</source>
        <translation>wird häufig geändert</translation>
    </message>
    <message>
        <source>readable and updatable when deactivated</source>
        <translation>auch deaktiviert lesbar und änderbar</translation>
    </message>
    <message>
        <source>second PIN %1</source>
        <translation>zweite PIN %1</translation>
    </message>
    <message>
        <source>universal PIN</source>
        <translation>universelle PIN</translation>
    </message>
    <message>
        <source>File identifier</source>
        <translation>Dateikennung</translation>
    </message>
    <message>
        <source>any key version</source>
        <translation>beliebige Schlüsselversion</translation>
    </message>
    <message>
        <source>key version</source>
        <translation>Schlüsselversion</translation>
    </message>
    <message>
        <source>key identifier</source>
        <translation>Schlüsselkennung</translation>
    </message>
    <message>
        <source>host challenge %1</source>
        <translation>Aufforderung des Hosts %1</translation>
    </message>
    <message>
        <source>no secure messaging</source>
        <translation>kein Secure Messaging</translation>
    </message>
    <message>
        <source>Host cryptogram</source>
        <translation>Kryptogramm des Hosts</translation>
    </message>
    <message>
        <source>verify digital signature</source>
        <translation>digitale Signatur prüfen</translation>
    </message>
    <message>
        <source>verify certificate</source>
        <translation>Zertifikat prüfen</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>compute digital signature</source>
        <translation>digitale Signatur berechnen</translation>
    </message>
    <message>
        <source>decipher</source>
        <translation>entschlüsseln</translation>
    </message>
    <message>
        <source>Another certificate follows</source>
        <translation>Ein weiteres Zertifikat folgt</translation>
    </message>
    <message>
        <source>template for authentication</source>
        <translation>Vorlage für Authentisierung</translation>
    </message>
    <message>
        <source>template for hashes</source>
        <translation>Vorlage für Hashes</translation>
    </message>
    <message>
        <source>template for checksums</source>
        <translation>Vorlage für Prüfsummen</translation>
    </message>
    <message>
        <source>template for digital signatures</source>
        <translation>Vorlage für digitale Signaturen</translation>
    </message>
    <message>
        <source>template for confidentiality</source>
        <translation>Vorlage für Vertraulichkeit</translation>
    </message>
    <message>
        <source>set</source>
        <translation>setzen</translation>
    </message>
    <message>
        <source>store, restore or erase</source>
        <translation>sichern, wiederherstellen oder löschen</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>not encrypted, or not told</source>
        <translation>nicht verschlüsselt oder nicht angegeben</translation>
    </message>
    <message>
        <source>depends on the application</source>
        <translation>hängt von der Anwendung ab</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>data groups</source>
        <translation>Datengruppen</translation>
    </message>
    <message>
        <source>BER-TLV</source>
        <translation>BER-TLV</translation>
    </message>
    <message>
        <source>Last block</source>
        <translation>Letzter Block</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Answer expected</source>
        <translation>Antwort erwartet</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>new key version</source>
        <translation>neue Schlüsselversion</translation>
    </message>
    <message>
        <source>replaces this key version</source>
        <translation>ersetzt diese Schlüsselversion</translation>
    </message>
    <message>
        <source>More commands follow</source>
        <translation>Weitere Befehle folgen</translation>
    </message>
    <message>
        <source>Several keys</source>
        <translation>Mehrere Schlüssel</translation>
    </message>
    <message>
        <source>for load</source>
        <translation>zum Laden</translation>
    </message>
    <message>
        <source>for install</source>
        <translation>zum Installieren</translation>
    </message>
    <message>
        <source>for make selectable</source>
        <translation>zum Auswählbarmachen</translation>
    </message>
    <message>
        <source>for extradition</source>
        <translation>zur Übergabe</translation>
    </message>
    <message>
        <source>for personalisation</source>
        <translation>zur Personalisierung</translation>
    </message>
    <message>
        <source>for registry update</source>
        <translation>zum Ändern der Registrierung</translation>
    </message>
    <message>
        <source>more commands follow</source>
        <translation>weitere Befehle folgen</translation>
    </message>
    <message>
        <source>Related objects too</source>
        <translation>Auch abhängige Objekte</translation>
    </message>
    <message>
        <source>elements nested more than %1 deep</source>
        <translation>Elemente mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>Byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>Further bytes</source>
        <translation>Weitere Bytes</translation>
    </message>
    <message>
        <source>keypad</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>earpiece</source>
        <translation>Hörer</translation>
    </message>
    <message>
        <source>channel 1</source>
        <translation>Kanal 1</translation>
    </message>
    <message>
        <source>channel 2</source>
        <translation>Kanal 2</translation>
    </message>
    <message>
        <source>channel 3</source>
        <translation>Kanal 3</translation>
    </message>
    <message>
        <source>channel 4</source>
        <translation>Kanal 4</translation>
    </message>
    <message>
        <source>channel 5</source>
        <translation>Kanal 5</translation>
    </message>
    <message>
        <source>channel 6</source>
        <translation>Kanal 6</translation>
    </message>
    <message>
        <source>channel 7</source>
        <translation>Kanal 7</translation>
    </message>
    <message>
        <source>UICC</source>
        <translation>UICC</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>Endgerät</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>done</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>done, partially understood</source>
        <translation>ausgeführt, teilweise verstanden</translation>
    </message>
    <message>
        <source>done, information missing</source>
        <translation>ausgeführt, Angaben fehlen</translation>
    </message>
    <message>
        <source>done, additional files read</source>
        <translation>ausgeführt, weitere Dateien gelesen</translation>
    </message>
    <message>
        <source>done, icon not shown</source>
        <translation>ausgeführt, Symbol nicht gezeigt</translation>
    </message>
    <message>
        <source>done, modified by call control</source>
        <translation>ausgeführt, durch Anrufkontrolle geändert</translation>
    </message>
    <message>
        <source>done, limited service</source>
        <translation>ausgeführt, eingeschränkter Dienst</translation>
    </message>
    <message>
        <source>done with modification</source>
        <translation>mit Änderung ausgeführt</translation>
    </message>
    <message>
        <source>done, but no application is active</source>
        <translation>ausgeführt, aber keine Anwendung ist aktiv</translation>
    </message>
    <message>
        <source>done, tone not played</source>
        <translation>ausgeführt, Ton nicht gespielt</translation>
    </message>
    <message>
        <source>session ended by the user</source>
        <translation>Sitzung vom Benutzer beendet</translation>
    </message>
    <message>
        <source>the user goes back</source>
        <translation>der Benutzer geht zurück</translation>
    </message>
    <message>
        <source>no answer from the user</source>
        <translation>keine Antwort des Benutzers</translation>
    </message>
    <message>
        <source>the user asks for help</source>
        <translation>der Benutzer bittet um Hilfe</translation>
    </message>
    <message>
        <source>USSD or SS transaction ended by the user</source>
        <translation>USSD- oder SS-Vorgang vom Benutzer beendet</translation>
    </message>
    <message>
        <source>terminal is busy</source>
        <translation>Endgerät ist beschäftigt</translation>
    </message>
    <message>
        <source>network is busy</source>
        <translation>Netz ist beschäftigt</translation>
    </message>
    <message>
        <source>the user did not accept</source>
        <translation>der Benutzer hat abgelehnt</translation>
    </message>
    <message>
        <source>the user cleared the call</source>
        <translation>der Benutzer hat den Anruf beendet</translation>
    </message>
    <message>
        <source>contradicts a timer</source>
        <translation>widerspricht einem Zeitgeber</translation>
    </message>
    <message>
        <source>temporary problem with call control</source>
        <translation>vorübergehendes Problem mit der Anrufkontrolle</translation>
    </message>
    <message>
        <source>browser error</source>
        <translation>Fehler des Browsers</translation>
    </message>
    <message>
        <source>beyond the terminal&apos;s capabilities</source>
        <translation>übersteigt die Fähigkeiten des Endgeräts</translation>
    </message>
    <message>
        <source>command type not understood</source>
        <translation>Befehlsart nicht verstanden</translation>
    </message>
    <message>
        <source>command data not understood</source>
        <translation>Befehlsdaten nicht verstanden</translation>
    </message>
    <message>
        <source>command number not known</source>
        <translation>Befehlsnummer nicht bekannt</translation>
    </message>
    <message>
        <source>SS error</source>
        <translation>SS-Fehler</translation>
    </message>
    <message>
        <source>SMS error</source>
        <translation>SMS-Fehler</translation>
    </message>
    <message>
        <source>required values are missing</source>
        <translation>nötige Werte fehlen</translation>
    </message>
    <message>
        <source>USSD error</source>
        <translation>USSD-Fehler</translation>
    </message>
    <message>
        <source>multiple card error</source>
        <translation>Fehler bei mehreren Karten</translation>
    </message>
    <message>
        <source>permanent problem with call control</source>
        <translation>dauerhaftes Problem mit der Anrufkontrolle</translation>
    </message>
    <message>
        <source>bearer independent protocol error</source>
        <translation>Fehler des trägerunabhängigen Protokolls</translation>
    </message>
    <message>
        <source>access technology cannot do it</source>
        <translation>die Zugangstechnik kann es nicht</translation>
    </message>
    <message>
        <source>frames error</source>
        <translation>Fehler der Rahmen</translation>
    </message>
    <message>
        <source>MMS error</source>
        <translation>MMS-Fehler</translation>
    </message>
    <message>
        <source>no specific cause</source>
        <translation>keine genaue Ursache</translation>
    </message>
    <message>
        <source>no channel available</source>
        <translation>kein Kanal verfügbar</translation>
    </message>
    <message>
        <source>channel closed</source>
        <translation>Kanal geschlossen</translation>
    </message>
    <message>
        <source>channel identifier not valid</source>
        <translation>Kanalkennung nicht gültig</translation>
    </message>
    <message>
        <source>buffer size not available</source>
        <translation>Puffergröße nicht verfügbar</translation>
    </message>
    <message>
        <source>security error</source>
        <translation>Sicherheitsfehler</translation>
    </message>
    <message>
        <source>transport level not available</source>
        <translation>Transportebene nicht verfügbar</translation>
    </message>
    <message>
        <source>remote device not reachable</source>
        <translation>Gegenstelle nicht erreichbar</translation>
    </message>
    <message>
        <source>service error</source>
        <translation>Dienstfehler</translation>
    </message>
    <message>
        <source>service identifier unknown</source>
        <translation>Dienstkennung unbekannt</translation>
    </message>
    <message>
        <source>by file identifier</source>
        <translation>nach Dateikennung</translation>
    </message>
    <message>
        <source>child DF</source>
        <translation>untergeordnetes DF</translation>
    </message>
    <message>
        <source>EF of the current DF</source>
        <translation>EF des aktuellen DF</translation>
    </message>
    <message>
        <source>parent DF</source>
        <translation>übergeordnetes DF</translation>
    </message>
    <message>
        <source>by AID</source>
        <translation>nach AID</translation>
    </message>
    <message>
        <source>by path from the MF</source>
        <translation>nach Pfad ab dem MF</translation>
    </message>
    <message>
        <source>by path from the current DF</source>
        <translation>nach Pfad ab dem aktuellen DF</translation>
    </message>
    <message>
        <source>FCI</source>
        <translation>FCI</translation>
    </message>
    <message>
        <source>FCP</source>
        <translation>FCP</translation>
    </message>
    <message>
        <source>FMD</source>
        <translation>FMD</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>first or only</source>
        <translation>erstes oder einziges</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letztes</translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächstes</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>voriges</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Occurrence</source>
        <translation>Vorkommen</translation>
    </message>
    <message>
        <source>Short file identifier</source>
        <translation>Kurze Dateikennung</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>Offset %1</translation>
    </message>
    <message>
        <source>file in P1 and P2, 0000 is the current EF</source>
        <translation>Datei in P1 und P2, 0000 ist das aktuelle EF</translation>
    </message>
    <message>
        <source>low byte of the offset</source>
        <translation>unteres Byte des Offsets</translation>
    </message>
    <message>
        <source>next record</source>
        <translation>nächster Satz</translation>
    </message>
    <message>
        <source>previous record</source>
        <translation>voriger Satz</translation>
    </message>
    <message>
        <source>the record of P1, 0 is the current one</source>
        <translation>der Satz in P1, 0 ist der aktuelle</translation>
    </message>
    <message>
        <source>forward from the record of P1</source>
        <translation>vorwärts ab dem Satz in P1</translation>
    </message>
    <message>
        <source>backward from the record of P1</source>
        <translation>rückwärts ab dem Satz in P1</translation>
    </message>
    <message>
        <source>enhanced search</source>
        <translation>erweiterte Suche</translation>
    </message>
    <message>
        <source>proprietary search</source>
        <translation>proprietäre Suche</translation>
    </message>
    <message>
        <source>current EF</source>
        <translation>aktuelles EF</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>records %1</source>
        <translation>Sätze %1</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltung</translation>
    </message>
    <message>
        <source>local to the application</source>
        <translation>lokal in der Anwendung</translation>
    </message>
    <message>
        <source>global</source>
        <translation>global</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Unblocking PIN</source>
        <translation>PUK</translation>
    </message>
    <message>
        <source>Old PIN</source>
        <translation>Alte PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>the card chooses the channel</source>
        <translation>die Karte wählt den Kanal</translation>
    </message>
    <message>
        <source>no indication</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>application is initialised in the terminal</source>
        <translation>Anwendung ist im Endgerät initialisiert</translation>
    </message>
    <message>
        <source>terminal is about to end the application</source>
        <translation>Endgerät wird die Anwendung beenden</translation>
    </message>
    <message>
        <source>as for SELECT</source>
        <translation>wie bei SELECT</translation>
    </message>
    <message>
        <source>DF name of the current application</source>
        <translation>DF-Name der aktuellen Anwendung</translation>
    </message>
    <message>
        <source>first block</source>
        <translation>erster Block</translation>
    </message>
    <message>
        <source>next block</source>
        <translation>nächster Block</translation>
    </message>
    <message>
        <source>the block before once more</source>
        <translation>der vorige Block noch einmal</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>list of the tags in the file</source>
        <translation>Liste der Tags in der Datei</translation>
    </message>
    <message>
        <source>GSM context</source>
        <translation>GSM-Kontext</translation>
    </message>
    <message>
        <source>3G context</source>
        <translation>3G-Kontext</translation>
    </message>
    <message>
        <source>VGCS/VBS context</source>
        <translation>VGCS/VBS-Kontext</translation>
    </message>
    <message>
        <source>GBA context</source>
        <translation>GBA-Kontext</translation>
    </message>
    <message>
        <source>MBMS context</source>
        <translation>MBMS-Kontext</translation>
    </message>
    <message>
        <source>local key establishment</source>
        <translation>lokale Schlüsselvereinbarung</translation>
    </message>
    <message>
        <source>synchronisation failure</source>
        <translation>Synchronisationsfehler</translation>
    </message>
    <message>
        <source>challenge %1</source>
        <translation>Aufforderung %1</translation>
    </message>
    <message>
        <source>search for %1</source>
        <translation>Suche nach %1</translation>
    </message>
    <message>
        <source>issuer security domain</source>
        <translation>Sicherheitsdomäne des Herausgebers</translation>
    </message>
    <message>
        <source>applications and security domains</source>
        <translation>Anwendungen und Sicherheitsdomänen</translation>
    </message>
    <message>
        <source>executable load files</source>
        <translation>ausführbare Ladedateien</translation>
    </message>
    <message>
        <source>executable load files and modules</source>
        <translation>ausführbare Ladedateien und Module</translation>
    </message>
    <message>
        <source>answer as TLV</source>
        <translation>Antwort als TLV</translation>
    </message>
    <message>
        <source>next part</source>
        <translation>nächster Teil</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Tag code</source>
        <translation>Code des Tags</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>string table, byte %1</source>
        <translation>Zeichenkettentabelle, Byte %1</translation>
    </message>
    <message>
        <source>WBXML header</source>
        <translation>WBXML-Kopf</translation>
    </message>
    <message>
        <source>Public id</source>
        <translation>Public Id</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Length of the string table</source>
        <translation>Länge der Zeichenkettentabelle</translation>
    </message>
    <message>
        <source>String table</source>
        <translation>Zeichenkettentabelle</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Receipt signed by both sides (CMS SignedData)</source>
        <translation>Von beiden Seiten unterschriebener Beleg (CMS SignedData)</translation>
    </message>
    <message>
        <source>not known in this class</source>
        <translation>in dieser Klasse nicht bekannt</translation>
    </message>
    <message>
        <source>circuit-switched data</source>
        <translation>leitungsvermittelte Daten</translation>
    </message>
    <message>
        <source>packet service of GPRS, UTRAN or E-UTRAN</source>
        <translation>Paketdienst von GPRS, UTRAN oder E-UTRAN</translation>
    </message>
    <message>
        <source>default bearer of the network</source>
        <translation>Standardträger des Netzes</translation>
    </message>
    <message>
        <source>local link</source>
        <translation>lokale Verbindung</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>IrDA</source>
        <translation>IrDA</translation>
    </message>
    <message>
        <source>RS232</source>
        <translation>RS232</translation>
    </message>
    <message>
        <source>packet service of UTRAN</source>
        <translation>Paketdienst von UTRAN</translation>
    </message>
    <message>
        <source>packet service of E-UTRAN</source>
        <translation>Paketdienst von E-UTRAN</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>put key pair</source>
        <translation>Schlüsselpaar schreiben</translation>
    </message>
    <message>
        <source>prove</source>
        <translation>ausweisen</translation>
    </message>
    <message>
        <source>check</source>
        <translation>prüfen</translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>the DDF</source>
        <translation>das DDF</translation>
    </message>
    <message>
        <source>the DDF of %1</source>
        <translation>das DDF von %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 makes this node permanent: it can be neither added, deleted nor renamed</source>
        <translation>%1 macht diesen Knoten permanent: Er kann weder hinzugefügt noch gelöscht noch umbenannt werden</translation>
    </message>
    <message>
        <source>a leaf has no children</source>
        <translation>ein Blatt hat keine Kinder</translation>
    </message>
    <message>
        <source>a node of that name is there already</source>
        <translation>einen Knoten mit diesem Namen gibt es hier schon</translation>
    </message>
    <message>
        <source>%1 has no node of the name %2 here</source>
        <translation>%1 hat hier keinen Knoten mit dem Namen %2</translation>
    </message>
    <message>
        <source>%1 allows at most %2 nodes of this kind here</source>
        <translation>%1 erlaubt hier höchstens %2 Knoten dieser Art</translation>
    </message>
    <message>
        <source>%1 asks for Format %2 here, not %3</source>
        <translation>%1 verlangt hier Format %2, nicht %3</translation>
    </message>
    <message>
        <source>the root can never be deleted</source>
        <translation>die Wurzel kann nie gelöscht werden</translation>
    </message>
    <message>
        <source>%1 asks for at least one node of this kind here</source>
        <translation>%1 verlangt hier mindestens einen Knoten dieser Art</translation>
    </message>
    <message>
        <source>an interior node has no value</source>
        <translation>ein innerer Knoten hat keinen Wert</translation>
    </message>
    <message>
        <source>the root can never be renamed</source>
        <translation>die Wurzel kann nie umbenannt werden</translation>
    </message>
    <message>
        <source>%1 calls this node %2</source>
        <translation>%1 nennt diesen Knoten %2</translation>
    </message>
    <message>
        <source>%1 allows only %2 here</source>
        <translation>%1 erlaubt hier nur %2</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Opening the demo desk</source>
        <translation>Die Demo wird geöffnet</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Wird geschlossen</translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation>Wird neu gelesen</translation>
    </message>
    <message>
        <source>Applying the plan</source>
        <translation>Der Plan wird angewendet</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>there is nothing to save</source>
        <translation>es gibt nichts zu speichern</translation>
    </message>
    <message>
        <source>there is nothing open on the side that the plan changes</source>
        <translation>auf der Seite, die der Plan ändert, ist nichts geöffnet</translation>
    </message>
    <message>
        <source>the device refused its part (%1) and the card could not be set back: the card is changed</source>
        <translation>das Gerät hat seinen Teil abgelehnt (%1), und die Karte konnte nicht zurückgesetzt werden: Die Karte ist geändert</translation>
    </message>
    <message>
        <source>Finding the card&apos;s files</source>
        <translation>Dateien der Karte werden gesucht</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Resizing %1</source>
        <translation>Größe von %1 wird geändert</translation>
    </message>
    <message>
        <source>Verifying the PIN</source>
        <translation>PIN wird geprüft</translation>
    </message>
    <message>
        <source>Working out what to write</source>
        <translation>Es wird ermittelt, was zu schreiben ist</translation>
    </message>
    <message>
        <source>Plugging into PC/SC</source>
        <translation>Karte wird in PC/SC gesteckt</translation>
    </message>
    <message>
        <source>only an emulated card can be plugged into PC/SC</source>
        <translation>nur eine emulierte Karte kann in PC/SC gesteckt werden</translation>
    </message>
    <message>
        <source>nothing is open on this side</source>
        <translation>auf dieser Seite ist nichts geöffnet</translation>
    </message>
    <message>
        <source>a file of keys has at most 1 MiB</source>
        <translation>eine Datei mit Schlüsseln hat höchstens 1 MiB</translation>
    </message>
    <message>
        <source>Shaking hands</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Managing the card&apos;s memory</source>
        <translation>Speicher der Karte verwalten</translation>
    </message>
    <message>
        <source>Writing the receipt</source>
        <translation>Beleg schreiben</translation>
    </message>
    <message>
        <source>Looking for credentials</source>
        <translation>Nachweise suchen</translation>
    </message>
    <message>
        <source>Unlocking the credentials</source>
        <translation>Nachweise entsperren</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Removing a credential</source>
        <translation>Nachweis entfernen</translation>
    </message>
    <message>
        <source>a synchronisation needs something open on both sides</source>
        <translation>eine Synchronisation braucht auf beiden Seiten etwas Geöffnetes</translation>
    </message>
    <message>
        <source>Comparing with the last synchronisation</source>
        <translation>Vergleich mit der letzten Synchronisation</translation>
    </message>
    <message>
        <source>Synchronising</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>there is no plan for a synchronisation</source>
        <translation>es gibt keinen Plan für eine Synchronisation</translation>
    </message>
    <message>
        <source>Asking for the tries that are left</source>
        <translation>Frage nach den verbleibenden Versuchen</translation>
    </message>
    <message>
        <source>Changing the PIN</source>
        <translation>Ändere die PIN</translation>
    </message>
    <message>
        <source>%1 is gone from the device</source>
        <translation>%1 ist nicht mehr auf dem Gerät</translation>
    </message>
    <message>
        <source>%1 was there before and keeps its values</source>
        <translation>%1 war schon vorher da und behält seine Werte</translation>
    </message>
    <message>
        <source>nothing that followed from it is on the device</source>
        <translation>nichts, was daraus folgte, ist auf dem Gerät</translation>
    </message>
    <message>
        <source>Consent taken back: %1. It will be asked again.</source>
        <translation>Zustimmung zurückgenommen: %1. Es wird wieder gefragt.</translation>
    </message>
    <message>
        <source>Taking a consent back</source>
        <translation>Eine Zustimmung zurücknehmen</translation>
    </message>
    <message>
        <source>only an emulated handset remembers consents</source>
        <translation>nur ein emuliertes Handset merkt sich Zustimmungen</translation>
    </message>
    <message>
        <source>Beginning the demo anew</source>
        <translation>Die Demo wird von vorn begonnen</translation>
    </message>
    <message>
        <source>Taking the card out</source>
        <translation>Die Karte entnehmen</translation>
    </message>
    <message>
        <source>only an emulated handset has a card in it</source>
        <translation>nur in einem emulierten Handset steckt eine Karte</translation>
    </message>
    <message>
        <source>The card is out.</source>
        <translation>Die Karte ist entnommen.</translation>
    </message>
    <message>
        <source>Nothing on the device was from it.</source>
        <translation>Auf dem Gerät war nichts von ihr.</translation>
    </message>
    <message>
        <source>Gone with it: %1.</source>
        <translation>Mit ihr ging: %1.</translation>
    </message>
    <message>
        <source>As before it came: %1.</source>
        <translation>Wie vor ihrem Kommen: %1.</translation>
    </message>
    <message>
        <source>Resetting the tries</source>
        <translation>Versuche werden zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 is as it was before</source>
        <translation>%1 ist wie zuvor</translation>
    </message>
</context>
<context>
    <name>DmAuth</name>
    <message>
        <source>OpenSSL gives no MD5 here, which DM&apos;s digests need; use Basic over TLS, or another OpenSSL configuration</source>
        <translation>OpenSSL bietet hier kein MD5 an, das die Prüfsummen von DM brauchen; Basic über TLS oder eine andere OpenSSL-Konfiguration verwenden</translation>
    </message>
    <message>
        <source>the DM server asks for Basic, which would give away the password that the card keeps; let it ask for MD5 or HMAC</source>
        <translation>der DM-Server verlangt Basic, womit das Passwort preisgegeben würde, das die Karte bewahrt; ihn MD5 oder HMAC verlangen lassen</translation>
    </message>
</context>
<context>
    <name>DmServer</name>
    <message>
        <source>expected a certificate and its private key in PEM</source>
        <translation>erwartet werden ein Zertifikat und sein privater Schlüssel in PEM</translation>
    </message>
    <message>
        <source>cannot listen there: %1; choose another address or port, 0 for any</source>
        <translation>dort kann nicht gelauscht werden: %1; eine andere Adresse oder einen anderen Port wählen, 0 für einen beliebigen</translation>
    </message>
    <message>
        <source>the session was dropped</source>
        <translation>die Sitzung wurde fallengelassen</translation>
    </message>
    <message>
        <source>expected a folder whose files are given away: %1</source>
        <translation>ein Ordner, dessen Dateien herausgegeben werden, wurde erwartet: %1</translation>
    </message>
    <message>
        <source>a PEM file has at most 1 MiB</source>
        <translation>eine PEM-Datei hat höchstens 1 MiB</translation>
    </message>
    <message>
        <source>the certificate is not that of the key; give both of one pair</source>
        <translation>das Zertifikat ist nicht das des Schlüssels; beide von einem Paar angeben</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>this is a SyncML message, not a tree: expected &lt;MgmtTree&gt;, found %1</source>
        <translation>das ist eine SyncML-Nachricht, kein Baum: &lt;MgmtTree&gt; erwartet, %1 gefunden</translation>
    </message>
    <message>
        <source>this is a Management Object as plain XML (its elements are named like the nodes), not TNDS: expected &lt;MgmtTree&gt;, found %1</source>
        <translation>das ist ein Verwaltungsobjekt (MO) als einfaches XML (die Elemente heißen wie die Knoten), kein TNDS: &lt;MgmtTree&gt; erwartet, %1 gefunden</translation>
    </message>
    <message>
        <source>expected &lt;MgmtTree&gt; (TNDS, DDF) or &lt;wap-provisioningdoc&gt;, found %1</source>
        <translation>&lt;MgmtTree&gt; (TNDS, DDF) oder &lt;wap-provisioningdoc&gt; erwartet, %1 gefunden</translation>
    </message>
    <message>
        <source>the file is empty: expected a TNDS, DDF, provisioning or JSON document</source>
        <translation>die Datei ist leer: erwartet wird ein TNDS-, DDF-, Provisioning- oder JSON-Dokument</translation>
    </message>
    <message>
        <source>this is a SQLite file, perhaps the image of a card or handset, not a document: open it as card:FILE or handset:FILE</source>
        <translation>das ist eine SQLite-Datei, vielleicht das Abbild einer Karte oder eines Geräts, kein Dokument: als card:DATEI oder handset:DATEI öffnen</translation>
    </message>
    <message>
        <source>this is a SyncML message in WBXML, not a tree: expected the public id of DM-DDF 1.2 or PROV 1.0</source>
        <translation>das ist eine SyncML-Nachricht in WBXML, kein Baum: erwartet wird die Public-ID von DM-DDF 1.2 oder PROV 1.0</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>unknown kind of file: expected XML (TNDS, DDF, provisioning), WBXML or JSON</source>
        <translation>unbekannte Art von Datei: erwartet wird XML (TNDS, DDF, Provisioning), WBXML oder JSON</translation>
    </message>
    <message>
        <source>a document has at most 4 GB</source>
        <translation>ein Dokument hat höchstens 4 GB</translation>
    </message>
    <message>
        <source>unknown document format</source>
        <translation>unbekanntes Dokumentformat</translation>
    </message>
    <message>
        <source>this is a folder, a file was expected</source>
        <translation>das ist ein Ordner, eine Datei wurde erwartet</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>what is no regular file is read up to 256 MB; keep it in a file, and read that</source>
        <translation>was keine gewöhnliche Datei ist, wird bis 256 MB gelesen; legen Sie es in einer Datei ab und lesen Sie diese</translation>
    </message>
</context>
<context>
    <name>DocumentCodec</name>
    <message>
        <source>the file holds no tree but a document of another kind, which changes as a whole</source>
        <translation>die Datei enthält keinen Baum, sondern ein Dokument anderer Art, das nur als Ganzes geändert wird</translation>
    </message>
</context>
<context>
    <name>EditRules</name>
    <message>
        <source>There is no such node on this side</source>
        <translation>Auf dieser Seite gibt es keinen solchen Knoten</translation>
    </message>
    <message>
        <source>This side is open for reading only</source>
        <translation>Diese Seite ist nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>A leaf has no children</source>
        <translation>Ein Blatt hat keine Kinder</translation>
    </message>
    <message>
        <source>There is a node called %1 here already</source>
        <translation>Es gibt hier schon einen Knoten namens %1</translation>
    </message>
    <message>
        <source>The root of a tree stays</source>
        <translation>Die Wurzel eines Baums bleibt</translation>
    </message>
</context>
<context>
    <name>EditableMessage</name>
    <message>
        <source>a message of %1 bytes is too long to be edited by hand</source>
        <translation>eine Nachricht von %1 Bytes ist zu lang, um von Hand geändert zu werden</translation>
    </message>
</context>
<context>
    <name>EmulatedCard</name>
    <message>
        <source>the image %1 was changed from elsewhere: the card begins anew, as after a reset; what was selected, verified or open on it is gone, programs that use it must begin anew too</source>
        <translation>das Abbild %1 wurde von anderer Seite geändert: Die Karte fängt neu an wie nach einem Reset; was auf ihr gewählt, geprüft oder geöffnet war, ist verloren, und Programme, die sie benutzen, müssen ebenfalls neu anfangen</translation>
    </message>
    <message>
        <source>the card answers nothing but 6F00 any more, its image cannot be opened again: %1</source>
        <translation>die Karte antwortet nur noch mit 6F00, ihr Abbild lässt sich nicht wieder öffnen: %1</translation>
    </message>
</context>
<context>
    <name>EmulatedHandset</name>
    <message>
        <source>stopped before it began</source>
        <translation>vor dem Beginn angehalten</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Recording, to be opened here again</source>
        <translation>Aufzeichnung, hier wieder zu öffnen</translation>
    </message>
    <message>
        <source>Capture for Wireshark (GSMTAP)</source>
        <translation>Mitschnitt für Wireshark (GSMTAP)</translation>
    </message>
    <message>
        <source>Report, one page of HTML</source>
        <translation>Bericht, eine HTML-Seite</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Script of the commands (scriptor)</source>
        <translation>Skript der Kommandos (scriptor)</translation>
    </message>
    <message>
        <source>Folder of the DM messages</source>
        <translation>Ordner mit den DM-Nachrichten</translation>
    </message>
    <message>
        <source>Ladder, PDF</source>
        <translation>Sequenzdiagramm, PDF</translation>
    </message>
    <message>
        <source>Ladder, SVG</source>
        <translation>Sequenzdiagramm, SVG</translation>
    </message>
    <message>
        <source>Ladder, PNG</source>
        <translation>Sequenzdiagramm, PNG</translation>
    </message>
</context>
<context>
    <name>Fcp</name>
    <message>
        <source>object %1 of the file&apos;s parameters has %2 bytes, which does not fit it</source>
        <translation>Objekt %1 der Dateiparameter hat %2 Bytes, das passt nicht</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>Offset %1</translation>
    </message>
    <message>
        <source>the file&apos;s parameters (template 62 or 6F) were expected</source>
        <translation>die Dateiparameter (Template 62 oder 6F) wurden erwartet</translation>
    </message>
</context>
<context>
    <name>FieldDifferenceModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Why it may differ</source>
        <translation>Warum es verschieden sein darf</translation>
    </message>
</context>
<context>
    <name>FieldModel</name>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>FileAddress</name>
    <message>
        <source>&quot;%1&quot; is no file of a card: 3F00/7F10/6F3A or AID/6FE8</source>
        <translation>„%1“ ist keine Datei einer Karte: 3F00/7F10/6F3A oder AID/6FE8</translation>
    </message>
</context>
<context>
    <name>FileClient</name>
    <message>
        <source>stopped on request</source>
        <translation>auf Wunsch angehalten</translation>
    </message>
    <message>
        <source>the card should answer READ BINARY with an object 53</source>
        <translation>die Karte sollte READ BINARY mit einem Objekt 53 beantworten</translation>
    </message>
    <message>
        <source>the card opens no logical channel: %1</source>
        <translation>die Karte öffnet keinen logischen Kanal: %1</translation>
    </message>
    <message>
        <source>a file of %1 bytes is more than we read</source>
        <translation>eine Datei von %1 Bytes ist mehr, als gelesen wird</translation>
    </message>
    <message>
        <source>a record has at most 255 bytes, not %1</source>
        <translation>ein Satz hat höchstens 255 Bytes, nicht %1</translation>
    </message>
    <message>
        <source>the card should give object %1</source>
        <translation>die Karte sollte Objekt %1 liefern</translation>
    </message>
    <message>
        <source>a PIN has 1 to 8 characters, not %1</source>
        <translation>eine PIN hat 1 bis 8 Zeichen, nicht %1</translation>
    </message>
    <message>
        <source>only files below the MF or an application are resized</source>
        <translation>nur Dateien unter dem MF oder einer Anwendung lassen sich in der Größe ändern</translation>
    </message>
    <message>
        <source>the card gives %1 of %2 bytes</source>
        <translation>die Karte gibt %1 von %2 Bytes</translation>
    </message>
    <message>
        <source>object %1 does not come to an end: the card has given %2 bytes and promises more</source>
        <translation>das Objekt %1 nimmt kein Ende: Die Karte hat %2 Bytes geliefert und verspricht noch mehr</translation>
    </message>
</context>
<context>
    <name>FileFacts</name>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Short id (SFI)</source>
        <translation>Kurzkennung (SFI)</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Total size</source>
        <translation>Gesamtgröße</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>Freier Speicher</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Length of a record</source>
        <translation>Länge eines Satzes</translation>
    </message>
    <message>
        <source>Carries the MO</source>
        <translation>Enthält das MO</translation>
    </message>
    <message>
        <source>FCP, as the card gave it</source>
        <translation>FCP, wie die Karte es gab</translation>
    </message>
    <message>
        <source>any</source>
        <translation>jeder</translation>
    </message>
    <message>
        <source>the card does not say who may</source>
        <translation>die Karte sagt nicht, wer darf</translation>
    </message>
</context>
<context>
    <name>FileJob</name>
    <message>
        <source>The file has more than the %1 bytes that a value may have</source>
        <translation>Die Datei hat mehr als die %1 Bytes, die ein Wert haben darf</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>the image is damaged: its files do not agree with their digest</source>
        <translation>das Abbild ist beschädigt: seine Dateien stimmen nicht mit ihrer Prüfsumme überein</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Rows that are the same on both sides</source>
        <translation>Zeilen, die auf beiden Seiten gleich sind</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Rows whose value differs</source>
        <translation>Zeilen, deren Wert verschieden ist</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Rows whose ACL, Format, Type or Title differs</source>
        <translation>Zeilen, deren ACL, Format, Type oder Title verschieden ist</translation>
    </message>
    <message>
        <source>Only device</source>
        <translation>Nur Gerät</translation>
    </message>
    <message>
        <source>Rows that only the device has</source>
        <translation>Zeilen, die nur das Gerät hat</translation>
    </message>
    <message>
        <source>Only card</source>
        <translation>Nur Karte</translation>
    </message>
    <message>
        <source>Rows that only the card has</source>
        <translation>Zeilen, die nur die Karte hat</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Rows that hang elsewhere on the other side</source>
        <translation>Zeilen, die auf der anderen Seite an anderer Stelle hängen</translation>
    </message>
</context>
<context>
    <name>FilterEdit</name>
    <message>
        <source>Words for the filter</source>
        <translation>Wörter für den Filter</translation>
    </message>
</context>
<context>
    <name>FirmwareFetch</name>
    <message>
        <source>HTTP status %1: the server has no such file; check PkgURL and the server&apos;s folder</source>
        <translation>HTTP-Status %1: der Server hat keine solche Datei; prüfen Sie PkgURL und den Ordner des Servers</translation>
    </message>
    <message>
        <source>HTTP status %1: the server does not give the file to everybody; have it do so</source>
        <translation>HTTP-Status %1: der Server gibt die Datei nicht jedem; sorgen Sie dafür, dass er es tut</translation>
    </message>
    <message>
        <source>the server answered with HTTP status %1; try again later</source>
        <translation>der Server hat mit HTTP-Status %1 geantwortet; versuchen Sie es später noch einmal</translation>
    </message>
    <message>
        <source>the server redirects to %1, which is less safe and not followed; have PkgURL name a safe place</source>
        <translation>der Server leitet zu %1 um, was weniger sicher ist und nicht befolgt wird; lassen Sie PkgURL einen sicheren Ort nennen</translation>
    </message>
    <message>
        <source>the server redirects more than %1 times; have PkgURL name the file itself</source>
        <translation>der Server leitet mehr als %1-mal um; lassen Sie PkgURL die Datei selbst nennen</translation>
    </message>
    <message>
        <source>the server does not tell the file&apos;s length, so that nobody knows whether it is whole; have it send Content-Length</source>
        <translation>der Server nennt die Länge der Datei nicht, sodass niemand weiß, ob sie vollständig ist; lassen Sie ihn Content-Length senden</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>The card provisions the device</source>
        <translation>Die Karte versorgt das Gerät</translation>
    </message>
    <message>
        <source>The device notifies the card and proves who it is. The card opens a session as its DM server and sends the Management Objects that the device asked for.</source>
        <translation>Das Gerät benachrichtigt die Karte und weist sich aus. Die Karte eröffnet als DM-Server eine Sitzung und sendet die Management Objects, um die das Gerät gebeten hat.</translation>
    </message>
    <message>
        <source>The card starts the provisioning</source>
        <translation>Die Karte beginnt die Versorgung</translation>
    </message>
    <message>
        <source>The card has something new for this device and says so. The device opens the session, and the card sends its Management Objects.</source>
        <translation>Die Karte hat etwas Neues für dieses Gerät und sagt es. Das Gerät eröffnet die Sitzung, und die Karte sendet ihre Management Objects.</translation>
    </message>
    <message>
        <source>The card does not trust the device</source>
        <translation>Die Karte vertraut dem Gerät nicht</translation>
    </message>
    <message>
        <source>The device cannot prove who it is. The card answers which permission is missing, and nothing else happens.</source>
        <translation>Das Gerät kann sich nicht ausweisen. Die Karte antwortet, welches Recht fehlt, und sonst geschieht nichts.</translation>
    </message>
    <message>
        <source>Handshake between device and card</source>
        <translation>Handshake zwischen Gerät und Karte</translation>
    </message>
    <message>
        <source>The device is bootstrapped from its card. Both prove who they are, the card tells rights and memory, and a session takes place.</source>
        <translation>Das Gerät wird von seiner Karte erstversorgt. Beide weisen sich aus, die Karte nennt Rechte und Speicher, und eine Sitzung findet statt.</translation>
    </message>
    <message>
        <source>Handshake between DM server and card</source>
        <translation>Handshake zwischen DM-Server und Karte</translation>
    </message>
    <message>
        <source>A DM server reaches the card through the device, which relays what it cannot read. Server and card prove who they are, and the server stores its Management Object.</source>
        <translation>Ein DM-Server erreicht die Karte durch das Gerät, das weiterleitet, was es nicht lesen kann. Server und Karte weisen sich aus, und der Server speichert sein Management Object.</translation>
    </message>
    <message>
        <source>Synchronise device and card</source>
        <translation>Gerät und Karte synchronisieren</translation>
    </message>
    <message>
        <source>What changed on either side since the last time is brought to the other. What both have changed is decided by you.</source>
        <translation>Was sich seit dem letzten Mal auf einer Seite geändert hat, wird auf die andere gebracht. Was beide geändert haben, entscheiden Sie.</translation>
    </message>
    <message>
        <source>The DM server stores an object on the card</source>
        <translation>Der DM-Server speichert ein Objekt auf der Karte</translation>
    </message>
    <message>
        <source>A DM server asks the device to store one of its Management Objects on the card.</source>
        <translation>Ein DM-Server bittet das Gerät, eines seiner Management Objects auf der Karte zu speichern.</translation>
    </message>
    <message>
        <source>Check the approval of a firmware package</source>
        <translation>Freigabe eines Firmware-Pakets prüfen</translation>
    </message>
    <message>
        <source>The device hashes a firmware package, and the card checks its approval with the authority&apos;s key. What fails is not installed without the user.</source>
        <translation>Das Gerät bildet den Hash eines Firmware-Pakets, und die Karte prüft dessen Freigabe mit dem Schlüssel der Freigabestelle. Was nicht besteht, wird nicht ohne den Benutzer installiert.</translation>
    </message>
    <message>
        <source>Is there anything for me?</source>
        <translation>Ist etwas für mich da?</translation>
    </message>
    <message>
        <source>The device looks for Management Objects on its card.</source>
        <translation>Das Gerät sucht Management Objects auf seiner Karte.</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Device and card prove to each other who they are, and agree on session keys.</source>
        <translation>Gerät und Karte weisen sich gegenseitig aus und vereinbaren Sitzungsschlüssel.</translation>
    </message>
    <message>
        <source>Access conditions and memory</source>
        <translation>Zugriffsbedingungen und Speicher</translation>
    </message>
    <message>
        <source>The card says what may be done, and how much memory there is for it.</source>
        <translation>Die Karte sagt, was erlaubt ist und wie viel Speicher es dafür gibt.</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>The device asks the card for a session, and for the objects that it wants.</source>
        <translation>Das Gerät bittet die Karte um eine Sitzung und um die Objekte, die es haben will.</translation>
    </message>
    <message>
        <source>The card tells the device that it wants a session.</source>
        <translation>Die Karte teilt dem Gerät mit, dass sie eine Sitzung wünscht.</translation>
    </message>
    <message>
        <source>Package 1: who I am</source>
        <translation>Paket 1: wer ich bin</translation>
    </message>
    <message>
        <source>The device opens the session and says what kind of device it is.</source>
        <translation>Das Gerät eröffnet die Sitzung und sagt, was für ein Gerät es ist.</translation>
    </message>
    <message>
        <source>Package 2: your objects</source>
        <translation>Paket 2: die Objekte für das Gerät</translation>
    </message>
    <message>
        <source>The card, as DM server, sends its Management Objects.</source>
        <translation>Die Karte sendet als DM-Server ihre Management Objects.</translation>
    </message>
    <message>
        <source>May this be taken in?</source>
        <translation>Darf das übernommen werden?</translation>
    </message>
    <message>
        <source>The device asks its user, because the data say so.</source>
        <translation>Das Gerät fragt seinen Benutzer, weil die Daten es verlangen.</translation>
    </message>
    <message>
        <source>Into the device&apos;s tree</source>
        <translation>In den Baum des Geräts</translation>
    </message>
    <message>
        <source>The objects are grafted into the device&apos;s tree; each node remembers where it came from.</source>
        <translation>Die Objekte werden in den Baum des Geräts eingesetzt; jeder Knoten merkt sich, woher er kam.</translation>
    </message>
    <message>
        <source>Package 3: how it went</source>
        <translation>Paket 3: wie es ausging</translation>
    </message>
    <message>
        <source>The device reports the status of every command, and the session ends.</source>
        <translation>Das Gerät meldet den Status jedes Kommandos, und die Sitzung endet.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The user is told that it is done.</source>
        <translation>Dem Benutzer wird gesagt, dass es fertig ist.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The card says which permission is missing. Nothing was executed.</source>
        <translation>Die Karte sagt, welches Recht fehlt. Nichts wurde ausgeführt.</translation>
    </message>
    <message>
        <source>DM session</source>
        <translation>DM-Sitzung</translation>
    </message>
    <message>
        <source>Configuration is read and written through the secure channel.</source>
        <translation>Konfiguration wird durch den sicheren Kanal gelesen und geschrieben.</translation>
    </message>
    <message>
        <source>End of the session</source>
        <translation>Ende der Sitzung</translation>
    </message>
    <message>
        <source>The session is closed; its keys are gone.</source>
        <translation>Die Sitzung ist beendet, ihre Schlüssel sind gelöscht.</translation>
    </message>
    <message>
        <source>The DM server asks the device for a session.</source>
        <translation>Der DM-Server bittet das Gerät um eine Sitzung.</translation>
    </message>
    <message>
        <source>Handshake, relayed</source>
        <translation>Handshake, weitergeleitet</translation>
    </message>
    <message>
        <source>Server and card exchange credentials through the device, which cannot read them.</source>
        <translation>Server und Karte tauschen durch das Gerät ihre Nachweise aus, die es nicht lesen kann.</translation>
    </message>
    <message>
        <source>Store an object</source>
        <translation>Ein Objekt speichern</translation>
    </message>
    <message>
        <source>The server stores its Management Object in the memory that the card has granted.</source>
        <translation>Der Server speichert sein Management Object in dem Speicher, den die Karte zugeteilt hat.</translation>
    </message>
    <message>
        <source>Store this on the card</source>
        <translation>Speichere das auf der Karte</translation>
    </message>
    <message>
        <source>The server asks the device to store one of its Management Objects on the card.</source>
        <translation>Der Server bittet das Gerät, eines seiner Management Objects auf der Karte zu speichern.</translation>
    </message>
    <message>
        <source>The device writes the Management Object to the card.</source>
        <translation>Das Gerät schreibt das Management Object auf die Karte.</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Wie es ausging</translation>
    </message>
    <message>
        <source>The device reports the result to the server.</source>
        <translation>Das Gerät meldet dem Server das Ergebnis.</translation>
    </message>
    <message>
        <source>What changed?</source>
        <translation>Was hat sich geändert?</translation>
    </message>
    <message>
        <source>Both sides say what changed since the last synchronisation.</source>
        <translation>Beide Seiten sagen, was sich seit der letzten Synchronisation geändert hat.</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>What both sides have changed is decided by the user.</source>
        <translation>Was beide Seiten geändert haben, entscheidet der Benutzer.</translation>
    </message>
    <message>
        <source>One change on both sides</source>
        <translation>Eine Änderung auf beiden Seiten</translation>
    </message>
    <message>
        <source>Everything is carried out on both sides, or nothing.</source>
        <translation>Auf beiden Seiten wird alles ausgeführt oder nichts.</translation>
    </message>
    <message>
        <source>Package and signature</source>
        <translation>Paket und Signatur</translation>
    </message>
    <message>
        <source>The firmware package comes down with its approval.</source>
        <translation>Das Firmware-Paket kommt mit seiner Freigabe an.</translation>
    </message>
    <message>
        <source>Hash of the package</source>
        <translation>Hash des Pakets</translation>
    </message>
    <message>
        <source>The device computes the package&apos;s hash.</source>
        <translation>Das Gerät berechnet den Hash des Pakets.</translation>
    </message>
    <message>
        <source>Verify the signature</source>
        <translation>Signatur prüfen</translation>
    </message>
    <message>
        <source>The card checks the approval with the authority&apos;s key, which never leaves it.</source>
        <translation>Die Karte prüft die Freigabe mit dem Schlüssel der Freigabestelle, der sie nie verlässt.</translation>
    </message>
    <message>
        <source>Firmware update object</source>
        <translation>Objekt für Firmware-Updates</translation>
    </message>
    <message>
        <source>The state of the update is written where servers look for it.</source>
        <translation>Der Stand des Updates wird dorthin geschrieben, wo Server ihn suchen.</translation>
    </message>
    <message>
        <source>May this go to the card?</source>
        <translation>Darf das auf die Karte?</translation>
    </message>
    <message>
        <source>The device asks its user, because the object is one that is to be confirmed.</source>
        <translation>Das Gerät fragt seinen Benutzer, weil das Objekt zu bestätigen ist.</translation>
    </message>
    <message>
        <source>The card proves the device</source>
        <translation>Die Karte weist das Gerät aus</translation>
    </message>
    <message>
        <source>The card makes the device&apos;s proof for the DM server; the device need not know the password.</source>
        <translation>Die Karte stellt den Nachweis des Geräts für den DM-Server; das Gerät muss das Passwort nicht kennen.</translation>
    </message>
    <message>
        <source>The card checks the server</source>
        <translation>Die Karte prüft den Server</translation>
    </message>
    <message>
        <source>The card checks the DM server&apos;s proof; the device need not know the password.</source>
        <translation>Die Karte prüft den Nachweis des DM-Servers; das Gerät muss das Passwort nicht kennen.</translation>
    </message>
</context>
<context>
    <name>FlowModel</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 an %2</translation>
    </message>
</context>
<context>
    <name>FlowPanel</name>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Slowly</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>To explain</source>
        <translation>Zum Erklären</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Schrittweise</translation>
    </message>
</context>
<context>
    <name>FlowRun</name>
    <message>
        <source>a package has at most 64 MiB</source>
        <translation>ein Paket hat höchstens 64 MiB</translation>
    </message>
    <message>
        <source>The package is approved by %1 and ready to be installed.</source>
        <translation>Das Paket ist von %1 freigegeben und bereit zur Installation.</translation>
    </message>
    <message>
        <source>The package is not approved (%1) and was deleted.</source>
        <translation>Das Paket ist nicht freigegeben (%1) und wurde gelöscht.</translation>
    </message>
    <message>
        <source>The package is not approved (%1) and is not installed.</source>
        <translation>Das Paket ist nicht freigegeben (%1) und wird nicht installiert.</translation>
    </message>
    <message>
        <source>The package is not approved (%1); the user has decided to go on.</source>
        <translation>Das Paket ist nicht freigegeben (%1); der Benutzer hat entschieden fortzufahren.</translation>
    </message>
    <message>
        <source>firmware package</source>
        <translation>Firmware-Paket</translation>
    </message>
    <message>
        <source>the device has no firmware update object (FUMO)</source>
        <translation>das Gerät hat kein Objekt für Firmware-Updates (FUMO)</translation>
    </message>
    <message>
        <source>you have stopped it</source>
        <translation>Sie haben es angehalten</translation>
    </message>
    <message>
        <source>a flow needs an emulated handset on the device&apos;s side; open one first</source>
        <translation>ein Ablauf braucht auf der Geräteseite ein emuliertes Handset; öffnen Sie zuerst eines</translation>
    </message>
    <message>
        <source>a flow needs a card with the DM_SC application on the card&apos;s side; open one first</source>
        <translation>ein Ablauf braucht auf der Kartenseite eine Karte mit der DM_SC-Anwendung; öffnen Sie zuerst eine</translation>
    </message>
    <message>
        <source>card %1</source>
        <translation>Karte %1</translation>
    </message>
    <message>
        <source>the notification is not that of the server that it names</source>
        <translation>die Benachrichtigung ist nicht von dem Server, den sie nennt</translation>
    </message>
    <message>
        <source>the card has all of the device&apos;s objects; name the one to store</source>
        <translation>die Karte hat alle Objekte des Geräts; nennen Sie das zu speichernde</translation>
    </message>
    <message>
        <source>The server has stored its object on the card; the device has only relayed what it cannot read.</source>
        <translation>Der Server hat sein Objekt auf der Karte gespeichert; das Gerät hat nur weitergeleitet, was es nicht lesen kann.</translation>
    </message>
    <message>
        <source>The device has stored %1 on the card.</source>
        <translation>Das Gerät hat %1 auf der Karte gespeichert.</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>this handset</source>
        <translation>dieses Handset</translation>
    </message>
    <message>
        <source>%1 was changed on both sides. Which one shall be kept?</source>
        <translation>%1 wurde auf beiden Seiten geändert. Was soll bleiben?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>as it was before: %1</source>
        <translation>wie es vorher war: %1</translation>
    </message>
    <message>
        <source>%1 conflicts are too many to ask about one by one; decide them in the list of Synchronise</source>
        <translation>%1 Konflikte sind zu viele, um einzeln danach zu fragen; entscheiden Sie sie in der Liste von Synchronisieren</translation>
    </message>
    <message>
        <source>a conflict was not decided; nothing was changed</source>
        <translation>ein Konflikt wurde nicht entschieden; nichts wurde geändert</translation>
    </message>
    <message>
        <source>The card has nothing new for this device, and wants no session.</source>
        <translation>Die Karte hat nichts Neues für dieses Gerät und wünscht keine Sitzung.</translation>
    </message>
    <message>
        <source>The device has taken in what the card sent.</source>
        <translation>Das Gerät hat übernommen, was die Karte gesendet hat.</translation>
    </message>
    <message>
        <source>the card has let in a device that it cannot know</source>
        <translation>die Karte hat ein Gerät eingelassen, das sie nicht kennen kann</translation>
    </message>
    <message>
        <source>The card has refused: %1. Nothing was executed.</source>
        <translation>Die Karte hat abgelehnt: %1. Nichts wurde ausgeführt.</translation>
    </message>
    <message>
        <source>the card&apos;s interface is 1.0, it does not say who may come in</source>
        <translation>die Schnittstelle der Karte ist 1.0, sie sagt nicht, wer eingelassen wird</translation>
    </message>
    <message>
        <source>Objects of the card: %1 taken in, %2 refused, %3 here already; %4 of other cards removed.</source>
        <translation>Objekte der Karte: %1 übernommen, %2 abgelehnt, %3 schon da; %4 anderer Karten entfernt.</translation>
    </message>
    <message>
        <source>SHA-256 of %1 bytes: %2</source>
        <translation>SHA-256 von %1 Byte: %2</translation>
    </message>
    <message>
        <source>FUMO State %1, result code %2</source>
        <translation>FUMO-State %1, Ergebniscode %2</translation>
    </message>
    <message>
        <source>The user did not agree, so %1 was not stored on the card.</source>
        <translation>Der Benutzer hat nicht zugestimmt, deshalb wurde %1 nicht auf der Karte gespeichert.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>What would be done is written to %1; nothing was carried out.</source>
        <translation>Was zu tun wäre, steht in %1; ausgeführt wurde nichts.</translation>
    </message>
    <message>
        <source>the device has told no result</source>
        <translation>das Gerät hat kein Ergebnis gemeldet</translation>
    </message>
    <message>
        <source>The server was told: alert 1226, result code %1</source>
        <translation>Der Server hat es erfahren: Alert 1226, Ergebniscode %1</translation>
    </message>
    <message>
        <source>%1 But the server was not told: %2</source>
        <translation>%1 Aber der Server hat es nicht erfahren: %2</translation>
    </message>
    <message>
        <source>The card refuses to change %1. Synchronise the rest without it?</source>
        <translation>Die Karte lehnt die Änderung von %1 ab. Den Rest ohne sie synchronisieren?</translation>
    </message>
    <message>
        <source>The device refuses to change %1. Synchronise the rest without it?</source>
        <translation>Das Gerät lehnt die Änderung von %1 ab. Den Rest ohne sie synchronisieren?</translation>
    </message>
    <message>
        <source>Left out, because it was refused: %1.</source>
        <translation>Ausgelassen, weil es abgelehnt wurde: %1.</translation>
    </message>
    <message>
        <source>Device and card are synchronised: %1, %2.</source>
        <translation>Gerät und Karte sind abgeglichen: %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) decided</source>
        <translation>
            <numerusform>%n Konflikt entschieden</numerusform>
            <numerusform>%n Konflikte entschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>The card has no objects for this device.</source>
        <translation>Die Karte hat keine Objekte für dieses Gerät.</translation>
    </message>
    <message numerus="yes">
        <source>The device has taken in what the card sent, but for %n object(s) refused by it or its user.</source>
        <translation>
            <numerusform>Das Gerät hat übernommen, was die Karte gesandt hat, außer %n Objekt, das es oder sein Benutzer abgelehnt hat.</numerusform>
            <numerusform>Das Gerät hat übernommen, was die Karte gesandt hat, außer %n Objekten, die es oder sein Benutzer abgelehnt hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>The device has everything already.</source>
        <translation>Das Gerät hat schon alles.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing has changed: the device or its user refused %n object(s) of the card.</source>
        <translation>
            <numerusform>Nichts hat sich geändert: Das Gerät oder sein Benutzer hat %n Objekt der Karte abgelehnt.</numerusform>
            <numerusform>Nichts hat sich geändert: Das Gerät oder sein Benutzer hat %n Objekte der Karte abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>the card has no such object for this device</source>
        <translation>die Karte hat kein solches Objekt für dieses Gerät</translation>
    </message>
    <message>
        <source>Afterwards the card has checked the firmware, and the server was told the result.</source>
        <translation>Danach hat die Karte die Firmware geprüft, und der Server hat das Ergebnis erfahren.</translation>
    </message>
    <message>
        <source>the server has asked for nothing on the card</source>
        <translation>der Server hat auf der Karte nichts verlangt</translation>
    </message>
    <message>
        <source>the server has reached the card, but stored nothing on it</source>
        <translation>der Server hat die Karte erreicht, aber nichts auf ihr gespeichert</translation>
    </message>
    <message>
        <source>the session was broken off before its end: %1</source>
        <translation>die Sitzung wurde vor ihrem Ende abgebrochen: %1</translation>
    </message>
    <message>
        <source>Message of the server</source>
        <translation>Meldung des Servers</translation>
    </message>
    <message>
        <source>Question of the server</source>
        <translation>Frage des Servers</translation>
    </message>
    <message>
        <source>Message of the card</source>
        <translation>Meldung der Karte</translation>
    </message>
    <message>
        <source>Question of the card</source>
        <translation>Frage der Karte</translation>
    </message>
    <message>
        <source>Question of the device</source>
        <translation>Frage des Geräts</translation>
    </message>
    <message>
        <source>%1 asks the user: %2</source>
        <comment>who, question</comment>
        <translation>%1 fragt den Benutzer: %2</translation>
    </message>
    <message>
        <source>%1 tells the user: %2</source>
        <comment>who, message</comment>
        <translation>%1 teilt dem Benutzer mit: %2</translation>
    </message>
    <message numerus="yes">
        <source>The card was asked %n time(s); the device has used no password.</source>
        <translation>
            <numerusform>Die Karte wurde %n Mal gefragt; das Gerät hat kein Passwort benutzt.</numerusform>
            <numerusform>Die Karte wurde %n Mal gefragt; das Gerät hat kein Passwort benutzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>the emulated DM server does not know the password that the card keeps; open the card as its issuer, or name the URL of a server that does</source>
        <translation>der emulierte DM-Server kennt das Passwort nicht, das die Karte hat; öffnen Sie die Karte als ihr Herausgeber, oder nennen Sie die URL eines Servers, der es kennt</translation>
    </message>
    <message>
        <source>device and card have no account of the same DM server</source>
        <translation>Gerät und Karte haben kein Konto desselben DM-Servers</translation>
    </message>
</context>
<context>
    <name>FlowSheet</name>
    <message>
        <source>What the user was asked</source>
        <translation>Was der Benutzer gefragt wurde</translation>
    </message>
    <message>
        <source>verified: %1</source>
        <translation>geprüft: %1</translation>
    </message>
    <message>
        <source>! not verified</source>
        <translation>! nicht geprüft</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>an interior node has no value</source>
        <translation>ein innerer Knoten hat keinen Wert</translation>
    </message>
    <message>
        <source>a node of Format null has no value</source>
        <translation>ein Knoten mit Format null hat keinen Wert</translation>
    </message>
    <message>
        <source>Format int expects a whole number from -2147483648 to 2147483647</source>
        <translation>Format int erwartet eine ganze Zahl von -2147483648 bis 2147483647</translation>
    </message>
    <message>
        <source>Format bool expects true or false</source>
        <translation>Format bool erwartet true oder false</translation>
    </message>
    <message>
        <source>Format float expects a number such as -12.5 or 1E4</source>
        <translation>Format float erwartet eine Zahl wie -12.5 oder 1E4</translation>
    </message>
    <message>
        <source>Format date expects a date such as 2026-11-24</source>
        <translation>Format date erwartet ein Datum wie 2026-11-24</translation>
    </message>
    <message>
        <source>Format time expects a time such as 13:45:00</source>
        <translation>Format time erwartet eine Uhrzeit wie 13:45:00</translation>
    </message>
    <message>
        <source>Format b64 expects base64 text</source>
        <translation>Format b64 erwartet Base64-Text</translation>
    </message>
    <message>
        <source>text must not contain a NUL byte</source>
        <translation>Text darf kein NUL-Byte enthalten</translation>
    </message>
    <message>
        <source>text must be valid UTF-8</source>
        <translation>Text muss gültiges UTF-8 sein</translation>
    </message>
</context>
<context>
    <name>Handshake</name>
    <message>
        <source>key diversification data</source>
        <translation>Daten zur Schlüsselableitung</translation>
    </message>
    <message>
        <source>key version, protocol, parameter i</source>
        <translation>Schlüsselversion, Protokoll, Parameter i</translation>
    </message>
    <message>
        <source>card&apos;s challenge</source>
        <translation>Zufallswert der Karte</translation>
    </message>
    <message>
        <source>card&apos;s cryptogram</source>
        <translation>Kryptogramm der Karte</translation>
    </message>
    <message>
        <source>sequence counter</source>
        <translation>Folgezähler</translation>
    </message>
    <message>
        <source>host&apos;s challenge</source>
        <translation>eigener Zufallswert</translation>
    </message>
    <message>
        <source>derivation context (both challenges)</source>
        <translation>Ableitungskontext (beide Zufallswerte)</translation>
    </message>
    <message>
        <source>%1: the credential is not this card&apos;s, or a byte was changed on the way; no try of the card was used, choose another credential or try again</source>
        <translation>%1: der Nachweis gehört nicht zu dieser Karte, oder unterwegs wurde ein Byte verändert; kein Versuch der Karte wurde verbraucht, wählen Sie einen anderen Nachweis oder versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>security level</source>
        <translation>Sicherheitsstufe</translation>
    </message>
    <message>
        <source>host&apos;s cryptogram</source>
        <translation>eigenes Kryptogramm</translation>
    </message>
    <message>
        <source>%1 needs a set of AES keys, another kind of credential was chosen</source>
        <translation>%1 braucht einen Satz AES-Schlüssel, gewählt ist ein Nachweis anderer Art</translation>
    </message>
    <message>
        <source>%1 needs a key with its certificate, another kind of credential was chosen</source>
        <translation>%1 braucht einen Schlüssel mit Zertifikat, gewählt ist ein Nachweis anderer Art</translation>
    </message>
    <message>
        <source>key version %1</source>
        <translation>Schlüsselversion %1</translation>
    </message>
    <message>
        <source>%1 has security level 33 only</source>
        <translation>%1 kennt nur Sicherheitsstufe 33</translation>
    </message>
    <message>
        <source>%1, issued by %2, valid from %3 to %4</source>
        <translation>%1, ausgestellt von %2, gültig von %3 bis %4</translation>
    </message>
    <message>
        <source>session key for encryption (S-ENC)</source>
        <translation>Sitzungsschlüssel zum Verschlüsseln (S-ENC)</translation>
    </message>
    <message>
        <source>session key for commands&apos; MACs (S-MAC)</source>
        <translation>Sitzungsschlüssel für MACs der Befehle (S-MAC)</translation>
    </message>
    <message>
        <source>session key for answers&apos; MACs (S-RMAC)</source>
        <translation>Sitzungsschlüssel für MACs der Antworten (S-RMAC)</translation>
    </message>
    <message>
        <source>the card has no keys of version %1: choose a credential that the card&apos;s issuer has put on it</source>
        <translation>die Karte hat keine Schlüssel der Version %1: wählen Sie einen Nachweis, den ihr Herausgeber darauf hinterlegt hat</translation>
    </message>
    <message>
        <source>the card knows nobody by this credential: the issuer must enter this %1 in the card&apos;s policy first</source>
        <translation>die Karte kennt niemanden mit diesem Nachweis: der Herausgeber muss diese Rolle (%1) zuerst in die Vorgaben der Karte eintragen</translation>
    </message>
    <message>
        <source>the card says that a command&apos;s protection is wrong: a byte was changed on the way, nothing was opened; try again</source>
        <translation>laut Karte ist der Schutz eines Befehls falsch: unterwegs wurde ein Byte verändert, nichts wurde geöffnet; versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>the card does not take our keys for its own: choose the credential that belongs to this card</source>
        <translation>die Karte erkennt unsere Schlüssel nicht als ihre an: wählen Sie den Nachweis, der zu dieser Karte gehört</translation>
    </message>
    <message>
        <source>the card does not take our keys for its own and has blocked them: only the card&apos;s issuer can unblock them</source>
        <translation>die Karte erkennt unsere Schlüssel nicht als ihre an und hat sie gesperrt: nur ihr Herausgeber kann sie entsperren</translation>
    </message>
    <message>
        <source>the card does not take our keys for its own, tries left: %1; choose the credential that belongs to this card</source>
        <translation>die Karte erkennt unsere Schlüssel nicht als ihre an, verbleibende Versuche: %1; wählen Sie den Nachweis, der zu dieser Karte gehört</translation>
    </message>
    <message>
        <source>the card does not accept the certificate %1, it expired at %2: ask its issuer for a new one</source>
        <translation>die Karte nimmt das Zertifikat %1 nicht an, es ist am %2 abgelaufen: bitten Sie den Aussteller um ein neues</translation>
    </message>
    <message>
        <source>the card refused the handshake, %1</source>
        <translation>die Karte hat den Handshake abgelehnt, %1</translation>
    </message>
    <message>
        <source>the card works with challenges of another size: choose a key set with the other MAC size (S8 or S16)</source>
        <translation>die Karte arbeitet mit Zufallswerten anderer Länge: wählen Sie einen Schlüsselsatz mit der anderen MAC-Länge (S8 oder S16)</translation>
    </message>
    <message>
        <source>the card opens no more sessions with these keys, their counter is used up: its issuer must load new ones</source>
        <translation>die Karte öffnet mit diesen Schlüsseln keine Sitzung mehr, ihr Zähler ist verbraucht: der Herausgeber muss neue laden</translation>
    </message>
    <message>
        <source>the card could not write down that a session begins: try again</source>
        <translation>die Karte konnte nicht festhalten, dass eine Sitzung beginnt: versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>card&apos;s certificate</source>
        <translation>Zertifikat der Karte</translation>
    </message>
    <message>
        <source>the card&apos;s certificate is not accepted: %1; the card may be somebody else&apos;s, or the credential lacks the authority that issued it</source>
        <translation>das Zertifikat der Karte wird nicht angenommen: %1; die Karte ist vielleicht eine fremde, oder dem Nachweis fehlt die Stelle, die es ausgestellt hat</translation>
    </message>
    <message>
        <source>our certificate</source>
        <translation>unser Zertifikat</translation>
    </message>
    <message>
        <source>our public key for this session</source>
        <translation>unser öffentlicher Schlüssel für diese Sitzung</translation>
    </message>
    <message>
        <source>what is asked for (A6, 5F49)</source>
        <translation>was verlangt wird (A6, 5F49)</translation>
    </message>
    <message>
        <source>card&apos;s public key for this session</source>
        <translation>öffentlicher Schlüssel der Karte für diese Sitzung</translation>
    </message>
    <message>
        <source>the card&apos;s key is not that of its certificate</source>
        <translation>der Schlüssel der Karte ist nicht der ihres Zertifikats</translation>
    </message>
    <message>
        <source>shared secret of the session&apos;s keys</source>
        <translation>gemeinsames Geheimnis der Schlüssel dieser Sitzung</translation>
    </message>
    <message>
        <source>shared secret of the certificates&apos; keys</source>
        <translation>gemeinsames Geheimnis der Schlüssel der Zertifikate</translation>
    </message>
    <message>
        <source>key of the receipt</source>
        <translation>Schlüssel der Quittung</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>Quittung</translation>
    </message>
    <message>
        <source>the card&apos;s receipt is wrong: it does not have the key to its certificate, or a byte was changed on the way; nothing was opened, try again</source>
        <translation>die Quittung der Karte ist falsch: sie hat den Schlüssel zu ihrem Zertifikat nicht, oder unterwegs wurde ein Byte verändert; nichts wurde geöffnet, versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>Both sides throw dice: a challenge each, so that no old answer fits</source>
        <translation>Beide Seiten würfeln: je ein Zufallswert, damit keine alte Antwort passt</translation>
    </message>
    <message>
        <source>The card proves that it knows the shared keys</source>
        <translation>Die Karte beweist, dass sie die gemeinsamen Schlüssel kennt</translation>
    </message>
    <message>
        <source>The other side proves that it knows them too, and says how to protect</source>
        <translation>Die Gegenseite beweist, dass sie sie auch kennt, und sagt, wie geschützt wird</translation>
    </message>
    <message>
        <source>The card shows its certificate; it leads to an authority that we trust</source>
        <translation>Die Karte zeigt ihr Zertifikat; es führt zu einer Stelle, der wir vertrauen</translation>
    </message>
    <message>
        <source>The other side shows its certificate; the card checks who issued it</source>
        <translation>Die Gegenseite zeigt ihr Zertifikat; die Karte prüft, wer es ausgestellt hat</translation>
    </message>
    <message>
        <source>Both sides agree on keys that nobody else can work out</source>
        <translation>Beide Seiten vereinbaren Schlüssel, die sonst niemand ausrechnen kann</translation>
    </message>
    <message>
        <source>The card proves that it has the key to its certificate</source>
        <translation>Die Karte beweist, dass sie den Schlüssel zu ihrem Zertifikat hat</translation>
    </message>
    <message>
        <source>The card says which methods it accepts, and from whom</source>
        <translation>Die Karte sagt, welche Verfahren sie annimmt und von wem</translation>
    </message>
    <message>
        <source>The card answers what may be done, and with how much memory</source>
        <translation>Die Karte antwortet, was erlaubt ist und mit wie viel Speicher</translation>
    </message>
    <message>
        <source>the card does not accept the certificate %1, it is not valid before %2: check the clock, or choose another credential</source>
        <translation>die Karte nimmt das Zertifikat %1 nicht an, es gilt nicht vor %2: prüfen Sie die Uhr, oder wählen Sie einen anderen Nachweis</translation>
    </message>
    <message>
        <source>the card does not accept the certificate %1: its issuer %2 is no authority that the card trusts, or a byte was changed on the way; choose another credential, or try again</source>
        <translation>die Karte nimmt das Zertifikat %1 nicht an: sein Aussteller %2 ist keine Stelle, der die Karte vertraut, oder unterwegs wurde ein Byte verändert; wählen Sie einen anderen Nachweis, oder versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>no permission to open a session as %1: %2</source>
        <translation>keine Erlaubnis, als %1 eine Sitzung zu öffnen: %2</translation>
    </message>
    <message>
        <source>the session with the card is over, it was reset or changed by another program: shake hands once more</source>
        <translation>die Sitzung mit der Karte ist vorbei, ein anderes Programm hat die Karte zurückgesetzt oder verändert: wiederholen Sie den Handshake</translation>
    </message>
    <message>
        <source>%1 (the card answered %2)</source>
        <translation>%1 (die Karte antwortete %2)</translation>
    </message>
    <message>
        <source>published key for encryption (Key-ENC)</source>
        <translation>veröffentlichter Schlüssel für Verschlüsselung (Key-ENC)</translation>
    </message>
    <message>
        <source>published key for MACs (Key-MAC)</source>
        <translation>veröffentlichter Schlüssel für MACs (Key-MAC)</translation>
    </message>
    <message>
        <source>the holder of the certificate %1</source>
        <translation>dem Inhaber des Zertifikats %1</translation>
    </message>
    <message>
        <source>the holder of the keys of version %1</source>
        <translation>dem Inhaber der Schlüssel der Version %1</translation>
    </message>
    <message>
        <source>the card&apos;s policy does not accept %1 from %2; choose another method or credential, or ask the card&apos;s issuer for this one</source>
        <translation>die Regeln der Karte lassen %1 von %2 nicht zu; ein anderes Verfahren oder andere Zugangsdaten wählen, oder den Herausgeber der Karte darum bitten</translation>
    </message>
    <message>
        <source>security level %1 is too low: the card&apos;s policy wants more protection from %2, choose a higher level</source>
        <translation>Sicherheitsstufe %1 ist zu niedrig: die Regeln der Karte verlangen mehr Schutz von %2, eine höhere Stufe wählen</translation>
    </message>
    <message>
        <source>card&apos;s key pair: key id, key version</source>
        <translation>Schlüsselpaar der Karte: Kennung, Version</translation>
    </message>
    <message>
        <source>none of the card&apos;s keys that are accepted here is on the curve %1, as ours is; the last that it showed is on %2: choose a credential on that one</source>
        <translation>keiner der Schlüssel der Karte, die hier gelten, liegt wie unserer auf der Kurve %1; der letzte, den sie zeigte, liegt auf %2: Zugangsdaten auf dieser Kurve wählen</translation>
    </message>
    <message>
        <source>the keys of version %1 are blocked after too many wrong tries: only the card&apos;s issuer can unblock them, on the last page of a handshake as issuer, or with dmsc card policy --reset-tries %1</source>
        <translation>die Schlüssel der Version %1 sind nach zu vielen Fehlversuchen gesperrt: nur der Kartenherausgeber kann sie entsperren, auf der letzten Seite eines Handshakes als Herausgeber oder mit dmsc card policy --reset-tries %1</translation>
    </message>
</context>
<context>
    <name>HandshakeStepModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 an %2</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
</context>
<context>
    <name>HandshakeText</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Device and card</source>
        <translation>Gerät und Karte</translation>
    </message>
    <message>
        <source>The device wants to read and keep its management objects on the card.</source>
        <translation>Das Gerät will seine Management-Objekte auf der Karte lesen und aufbewahren.</translation>
    </message>
    <message>
        <source>DM server</source>
        <translation>DM-Server</translation>
    </message>
    <message>
        <source>DM server and card, through the device</source>
        <translation>DM-Server und Karte, durch das Gerät hindurch</translation>
    </message>
    <message>
        <source>An operator&apos;s server manages the card from afar. The device only carries the messages: their protection begins in the server and ends in the card.</source>
        <translation>Der Server eines Betreibers verwaltet die Karte aus der Ferne. Das Gerät trägt die Nachrichten nur weiter: Ihr Schutz beginnt im Server und endet in der Karte.</translation>
    </message>
    <message>
        <source>Terminal application</source>
        <translation>Anwendung im Gerät</translation>
    </message>
    <message>
        <source>Terminal application and card</source>
        <translation>Anwendung im Gerät und Karte</translation>
    </message>
    <message>
        <source>A program on the device wants a place of its own on the card.</source>
        <translation>Ein Programm auf dem Gerät will einen eigenen Platz auf der Karte.</translation>
    </message>
    <message>
        <source>Card issuer</source>
        <translation>Kartenherausgeber</translation>
    </message>
    <message>
        <source>Card issuer and card, for maintenance</source>
        <translation>Kartenherausgeber und Karte, zur Wartung</translation>
    </message>
    <message>
        <source>Who issued the card may do everything with it: use it to repair, not for daily work.</source>
        <translation>Wer die Karte herausgegeben hat, darf alles mit ihr: zum Reparieren, nicht für die tägliche Arbeit.</translation>
    </message>
    <message>
        <source>SCP03: shared keys</source>
        <translation>SCP03: gemeinsame Schlüssel</translation>
    </message>
    <message>
        <source>Proves that both sides know the same secret AES keys.</source>
        <translation>Weist nach, dass beide Seiten dieselben geheimen AES-Schlüssel kennen.</translation>
    </message>
    <message>
        <source>Does not prove which of the two said something, so the session has no receipt.</source>
        <translation>Weist nicht nach, wer von beiden etwas gesagt hat; deshalb gibt es keine Quittung der Sitzung.</translation>
    </message>
    <message>
        <source>SCP11a: certificates on both sides</source>
        <translation>SCP11a: Zertifikate auf beiden Seiten</translation>
    </message>
    <message>
        <source>Proves that each side has the key to its certificate; session keys are new each time, and the session can end in a receipt signed by both.</source>
        <translation>Weist nach, dass jede Seite den Schlüssel zu ihrem Zertifikat hat; die Sitzungsschlüssel sind jedes Mal neu, und die Sitzung kann in einer von beiden unterschriebenen Quittung enden.</translation>
    </message>
    <message>
        <source>Does not prove more than the authorities behind the certificates do.</source>
        <translation>Weist nicht mehr nach, als die Stellen hinter den Zertifikaten verbürgen.</translation>
    </message>
    <message>
        <source>SCP11b: the card&apos;s certificate alone</source>
        <translation>SCP11b: nur das Zertifikat der Karte</translation>
    </message>
    <message>
        <source>Proves that the card has the key to its certificate.</source>
        <translation>Weist nach, dass die Karte den Schlüssel zu ihrem Zertifikat hat.</translation>
    </message>
    <message>
        <source>Does not prove who speaks to the card: it will let a stranger do little.</source>
        <translation>Weist nicht nach, wer mit der Karte spricht: Einem Fremden erlaubt sie wenig.</translation>
    </message>
    <message>
        <source>SCP11c: certificates, the card&apos;s fixed key</source>
        <translation>SCP11c: Zertifikate, fester Schlüssel der Karte</translation>
    </message>
    <message>
        <source>Proves the same as SCP11a, with commands that can be prepared before the card is there.</source>
        <translation>Weist dasselbe nach wie SCP11a, mit Befehlen, die vorbereitet werden können, bevor die Karte da ist.</translation>
    </message>
    <message>
        <source>Does not protect what was recorded: who learns the card&apos;s key later can read it.</source>
        <translation>Schützt nicht, was aufgezeichnet wurde: Wer den Schlüssel der Karte später erfährt, kann es lesen.</translation>
    </message>
    <message>
        <source>The card&apos;s policy lets nobody of this kind in. The card&apos;s issuer can change that.</source>
        <translation>Die Regeln der Karte lassen niemanden dieser Art ein. Der Kartenherausgeber kann das ändern.</translation>
    </message>
    <message>
        <source>The card&apos;s policy does not accept %1 in this role (%2). Nothing is sent.</source>
        <translation>Die Regeln der Karte nehmen %1 in dieser Rolle (%2) nicht an. Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>weaker than the card&apos;s policy demands</source>
        <translation>schwächer, als die Regeln der Karte verlangen</translation>
    </message>
    <message>
        <source>Device (carries)</source>
        <translation>Gerät (trägt weiter)</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
</context>
<context>
    <name>HandshakeValueModel</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (secret)</source>
        <translation>%1 (geheim)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Value of the handshake</source>
        <translation>Wert des Handshakes</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Bytes or content</source>
        <translation>Bytes oder Inhalt</translation>
    </message>
</context>
<context>
    <name>HttpTransport</name>
    <message>
        <source>the server redirects to %1, which is not followed; set that address in the account</source>
        <translation>der Server leitet nach %1 um, dem wird nicht gefolgt; diese Adresse im Konto eintragen</translation>
    </message>
    <message>
        <source>HTTP status %1: there is no DM server at that path; check the URL</source>
        <translation>HTTP-Status %1: unter diesem Pfad gibt es keinen DM-Server; die URL prüfen</translation>
    </message>
    <message>
        <source>HTTP status %1: the server cannot read the message; try the other encoding</source>
        <translation>HTTP-Status %1: der Server kann die Nachricht nicht lesen; die andere Kodierung versuchen</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not accepted: %1; name its authority as a trust anchor if you trust it</source>
        <translation>das Zertifikat des Servers wird nicht anerkannt: %1; wird ihm vertraut, seine Zertifizierungsstelle als Vertrauensanker angeben</translation>
    </message>
    <message>
        <source>the server did not answer in time; try again later</source>
        <translation>der Server hat nicht rechtzeitig geantwortet; später erneut versuchen</translation>
    </message>
    <message>
        <source>the file holds no certificate in PEM</source>
        <translation>die Datei enthält kein Zertifikat in PEM</translation>
    </message>
    <message>
        <source>stopped before the server answered</source>
        <translation>angehalten, bevor der Server geantwortet hat</translation>
    </message>
    <message>
        <source>the server&apos;s answer has over %1 bytes</source>
        <translation>die Antwort des Servers hat mehr als %1 Byte</translation>
    </message>
    <message>
        <source>the connection ended within the server&apos;s answer; try again</source>
        <translation>die Verbindung endete innerhalb der Antwort des Servers; noch einmal versuchen</translation>
    </message>
    <message>
        <source>nobody listens there; start the server, or check address and port</source>
        <translation>dort hört niemand zu; starten Sie den Server oder prüfen Sie Adresse und Port</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not accepted: %1; call the server by a name that stands in its certificate</source>
        <translation>das Zertifikat des Servers wird nicht anerkannt: %1; den Server mit einem Namen ansprechen, der in seinem Zertifikat steht</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not accepted: %1; check this machine&apos;s clock, or have it renewed</source>
        <translation>das Zertifikat des Servers wird nicht anerkannt: %1; die Uhr dieses Rechners prüfen oder es erneuern lassen</translation>
    </message>
    <message>
        <source>the server answered with a web page, not with a DM message; check the URL</source>
        <translation>der Server hat mit einer Webseite geantwortet, nicht mit einer DM-Nachricht; bitte die URL prüfen</translation>
    </message>
    <message>
        <source>the server answered with HTTP status %1; its log should say why</source>
        <translation>der Server hat mit HTTP-Status %1 geantwortet; sein Protokoll sollte sagen, warum</translation>
    </message>
    <message>
        <source>HTTP status %1: what is at that path takes no messages; check the URL</source>
        <translation>HTTP-Status %1: was unter diesem Pfad liegt, nimmt keine Nachrichten an; die URL prüfen</translation>
    </message>
    <message>
        <source>HTTP status %1: the message did not reach the server in time; try again</source>
        <translation>HTTP-Status %1: die Nachricht hat den Server nicht rechtzeitig erreicht; noch einmal versuchen</translation>
    </message>
    <message>
        <source>HTTP status %1: the web server wants credentials of its own before DM&apos;s; have it let DM clients in without</source>
        <translation>HTTP-Status %1: der Webserver will eigene Zugangsdaten vor denen von DM; er muss DM-Clients ohne sie einlassen</translation>
    </message>
    <message>
        <source>HTTP status %1: the message is too large for the server; have its limit raised</source>
        <translation>HTTP-Status %1: die Nachricht ist zu groß für den Server; seine Grenze muss angehoben werden</translation>
    </message>
    <message>
        <source>HTTP status %1: the server is busy; try again later</source>
        <translation>HTTP-Status %1: der Server ist beschäftigt; später noch einmal versuchen</translation>
    </message>
    <message>
        <source>HTTP status %1: the server has trouble of its own; look into its log, or try again later</source>
        <translation>HTTP-Status %1: der Server hat selbst ein Problem; in sein Protokoll sehen oder es später noch einmal versuchen</translation>
    </message>
    <message>
        <source>a server&apos;s address is http://HOST/PATH or https://…, as in http://127.0.0.1:8080/dm</source>
        <translation>die Adresse eines Servers ist http://HOST/PFAD oder https://…, etwa http://127.0.0.1:8080/dm</translation>
    </message>
</context>
<context>
    <name>Iccid</name>
    <message>
        <source>an ICCID has 19 or 20 digits and begins with 89</source>
        <translation>eine ICCID hat 19 oder 20 Ziffern und beginnt mit 89</translation>
    </message>
    <message>
        <source>the last digit of an ICCID is its check digit: %1 here</source>
        <translation>die letzte Ziffer einer ICCID ist ihre Prüfziffer: hier %1</translation>
    </message>
</context>
<context>
    <name>InputFile</name>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>the name of a file was expected</source>
        <translation>der Name einer Datei wurde erwartet</translation>
    </message>
</context>
<context>
    <name>IssuerPolicy</name>
    <message>
        <source>this is not a policy of a card&apos;s issuer: %1</source>
        <translation>das ist keine Policy eines Kartenherausgebers: %1</translation>
    </message>
    <message>
        <source>rights are one byte from 00 to 3F</source>
        <translation>Rechte sind ein Byte von 00 bis 3F</translation>
    </message>
    <message>
        <source>rights hold below one URI or in MOs of one Type</source>
        <translation>Rechte gelten unterhalb einer URI oder in MOs eines Type</translation>
    </message>
    <message>
        <source>a method is 03, 1A, 1B or 1C</source>
        <translation>ein Verfahren ist 03, 1A, 1B oder 1C</translation>
    </message>
    <message>
        <source>a level is 01, 03, 11, 13 or 33, with certificates 33 alone</source>
        <translation>eine Stufe ist 01, 03, 11, 13 oder 33, mit Zertifikaten nur 33</translation>
    </message>
    <message>
        <source>a key version is one byte from 01 to 7F</source>
        <translation>eine Schlüsselversion ist ein Byte von 01 bis 7F</translation>
    </message>
    <message>
        <source>an entity has at most 64 methods and 64 conditions</source>
        <translation>eine Instanz hat höchstens 64 Verfahren und 64 Bedingungen</translation>
    </message>
    <message>
        <source>an entity&apos;s name is 1 to 64 ASCII characters without *+=&amp;</source>
        <translation>der Name einer Instanz besteht aus 1 bis 64 ASCII-Zeichen ohne *+=&amp;</translation>
    </message>
    <message>
        <source>an entity&apos;s role is a number from 01 to 04</source>
        <translation>die Rolle einer Instanz ist eine Zahl von 01 bis 04</translation>
    </message>
    <message>
        <source>a common name is at most 64 bytes</source>
        <translation>ein Common Name hat höchstens 64 Byte</translation>
    </message>
    <message>
        <source>blocks are a number of at most 6 bytes</source>
        <translation>Blöcke sind eine Zahl von höchstens 6 Byte</translation>
    </message>
    <message>
        <source>a first grant is within the limit</source>
        <translation>eine erste Zuteilung liegt innerhalb der Grenze</translation>
    </message>
    <message>
        <source>a Type&apos;s limit is a number of at most 6 bytes</source>
        <translation>die Grenze eines Type ist eine Zahl von höchstens 6 Byte</translation>
    </message>
    <message>
        <source>a limit names a Type of 1 to 1024 bytes</source>
        <translation>eine Grenze nennt einen Type von 1 bis 1024 Byte</translation>
    </message>
    <message>
        <source>each entity has a name of its own</source>
        <translation>jede Instanz hat einen eigenen Namen</translation>
    </message>
    <message>
        <source>each entity has a common name of its own</source>
        <translation>jede Instanz hat einen eigenen Common Name</translation>
    </message>
    <message>
        <source>each entity has key sets of its own</source>
        <translation>jede Instanz hat eigene Schlüsselsätze</translation>
    </message>
    <message>
        <source>there are at most 64 entities and 256 Types</source>
        <translation>es gibt höchstens 64 Instanzen und 256 Types</translation>
    </message>
    <message>
        <source>the first entity is the issuer</source>
        <translation>die erste Instanz ist der Herausgeber</translation>
    </message>
    <message>
        <source>version 1 was expected</source>
        <translation>Version 1 wurde erwartet</translation>
    </message>
    <message>
        <source>a block has 1 byte to 1 MiB</source>
        <translation>ein Block hat 1 Byte bis 1 MiB</translation>
    </message>
    <message>
        <source>a key set has 1 to 15 tries</source>
        <translation>ein Schlüsselsatz hat 1 bis 15 Versuche</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>the journal of changes cannot be read</source>
        <translation>das Änderungsjournal ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>expected a string in &quot;%1&quot;</source>
        <translation>in &quot;%1&quot; wird eine Zeichenkette erwartet</translation>
    </message>
    <message>
        <source>expected a string, number or bool in &quot;value&quot;</source>
        <translation>in &quot;value&quot; wird eine Zeichenkette, eine Zahl oder ein Wahrheitswert erwartet</translation>
    </message>
    <message>
        <source>expected base64 in &quot;value&quot;</source>
        <translation>in &quot;value&quot; wird Base64 erwartet</translation>
    </message>
    <message>
        <source>text must not contain a NUL byte</source>
        <translation>Text darf kein NUL-Byte enthalten</translation>
    </message>
    <message>
        <source>expected &quot;text&quot; or &quot;base64&quot; in &quot;encoding&quot;, found &quot;%1&quot;</source>
        <translation>in &quot;encoding&quot; wird &quot;text&quot; oder &quot;base64&quot; erwartet, nicht &quot;%1&quot;</translation>
    </message>
    <message>
        <source>expected a number from 0 to 65535 in &quot;verno&quot;</source>
        <translation>in &quot;verno&quot; wird eine Zahl von 0 bis 65535 erwartet</translation>
    </message>
    <message>
        <source>node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>expected an object with a &quot;uri&quot;</source>
        <translation>ein Objekt mit einer &quot;uri&quot; wird erwartet</translation>
    </message>
    <message>
        <source>unknown Format &quot;%1&quot;</source>
        <translation>unbekanntes Format &quot;%1&quot;</translation>
    </message>
    <message>
        <source>an interior node (Format node) has no value</source>
        <translation>ein innerer Knoten (Format node) hat keinen Wert</translation>
    </message>
    <message>
        <source>two nodes of one URI</source>
        <translation>zwei Knoten mit derselben URI</translation>
    </message>
    <message>
        <source>the root is an interior node (Format node)</source>
        <translation>die Wurzel ist ein innerer Knoten (Format node)</translation>
    </message>
    <message>
        <source>a leaf has no children</source>
        <translation>ein Blatt hat keine Kinder</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>kein JSON: %1</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>expected a JSON object with a &quot;nodes&quot; array</source>
        <translation>ein JSON-Objekt mit einem Array &quot;nodes&quot; wird erwartet</translation>
    </message>
    <message>
        <source>byte 0</source>
        <translation>Byte 0</translation>
    </message>
    <message>
        <source>an object has two members &quot;%1&quot;</source>
        <translation>ein Objekt hat zwei Einträge „%1“</translation>
    </message>
    <message>
        <source>half of a surrogate pair stands alone</source>
        <translation>ein halbes Surrogatpaar steht allein</translation>
    </message>
</context>
<context>
    <name>KeptDecisions</name>
    <message>
        <source>card %1</source>
        <translation>Karte %1</translation>
    </message>
    <message>
        <source>%1 was to be replaced</source>
        <translation>%1 sollte ersetzt werden</translation>
    </message>
    <message>
        <source>%1 was to be taken in</source>
        <translation>%1 sollte übernommen werden</translation>
    </message>
</context>
<context>
    <name>LadderRow</name>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 an %2</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>warning %1</source>
        <translation>Warnung %1</translation>
    </message>
</context>
<context>
    <name>Lane</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>DM server</source>
        <translation>DM-Server</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>a command of %1 bytes is too long, at most %2 can be sent</source>
        <translation>ein Befehl von %1 Bytes ist zu lang, höchstens %2 können gesendet werden</translation>
    </message>
    <message>
        <source>the card did not answer, %1 bytes came instead of at least 2</source>
        <translation>die Karte hat nicht geantwortet, es kamen %1 Bytes statt mindestens 2</translation>
    </message>
    <message>
        <source>the card answered %1 bytes, at most %2 were expected</source>
        <translation>die Karte hat mit %1 Bytes geantwortet, höchstens %2 wurden erwartet</translation>
    </message>
    <message>
        <source>a command has at least 4 bytes, this one has %1</source>
        <translation>ein Befehl hat mindestens 4 Bytes, dieser hat %1</translation>
    </message>
</context>
<context>
    <name>LocalServer</name>
    <message>
        <source>stopped before it was sent</source>
        <translation>vor dem Senden angehalten</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 an %2</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>warning %1</source>
        <translation>Warnung %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) belong to it</source>
        <translation>
            <numerusform>%n Zeile gehört dazu</numerusform>
            <numerusform>%n Zeilen gehören dazu</numerusform>
        </translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>marked %1</source>
        <translation>markiert %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Delta (s)</source>
        <translation>Abstand (s)</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>&amp;Edit the filter</source>
        <translation>Filter b&amp;earbeiten</translation>
    </message>
    <message>
        <source>Filter is &amp;on</source>
        <translation>Filter ist &amp;an</translation>
    </message>
    <message>
        <source>Filter &amp;like this cell</source>
        <translation>Fi&amp;ltern wie diese Zelle</translation>
    </message>
    <message>
        <source>Filter &amp;out what is like this cell</source>
        <translation>A&amp;usfiltern, was wie diese Zelle ist</translation>
    </message>
    <message>
        <source>&amp;Find...</source>
        <translation>&amp;Suchen...</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>&amp;Go to row...</source>
        <translation>&amp;Gehe zu Zeile...</translation>
    </message>
    <message>
        <source>&amp;Mark or unmark</source>
        <translation>&amp;Markieren oder Markierung aufheben</translation>
    </message>
    <message>
        <source>Edit &amp;comment</source>
        <translation>&amp;Kommentar bearbeiten</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>Vorige Markierung</translation>
    </message>
    <message>
        <source>&amp;Follow the last row</source>
        <translation>Der letzten Zeile &amp;folgen</translation>
    </message>
    <message>
        <source>&amp;Warnings and errors</source>
        <translation>&amp;Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Alle Gruppen zuklappen</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Alle Gruppen aufklappen</translation>
    </message>
    <message>
        <source>Time since the beginning</source>
        <translation>Zeit seit Beginn</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Time since the row above</source>
        <translation>Zeit seit der Zeile darüber</translation>
    </message>
    <message>
        <source>Cop&amp;y rows as text</source>
        <translation>Zeilen als Te&amp;xt kopieren</translation>
    </message>
    <message>
        <source>Copy rows as &amp;hex</source>
        <translation>Zeilen als &amp;Hex kopieren</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Reveal or hide the secrets of the row</source>
        <translation>Geheimnisse der Zeile aufdecken oder verbergen</translation>
    </message>
</context>
<context>
    <name>Lwm2m</name>
    <message>
        <source>file offset %1</source>
        <translation>Dateioffset %1</translation>
    </message>
    <message>
        <source>%1 more bytes were expected</source>
        <translation>%1 weitere Bytes wurden erwartet</translation>
    </message>
    <message>
        <source>%1 bytes are announced, %2 are left</source>
        <translation>%1 Bytes sind angekündigt, %2 sind übrig</translation>
    </message>
    <message>
        <source>an item of another level was expected</source>
        <translation>ein Eintrag einer anderen Ebene wurde erwartet</translation>
    </message>
    <message>
        <source>the bootstrap information has more than %1 items</source>
        <translation>die Bootstrap-Daten haben mehr als %1 Einträge</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Shows a device&apos;s DM tree and a card&apos;s MO store side by side, and copies Management Objects both ways.</source>
        <translation>Zeigt den DM-Baum eines Geräts und den MO-Speicher einer Karte nebeneinander und kopiert Verwaltungsobjekte (MO) in beide Richtungen.</translation>
    </message>
    <message>
        <source>open on the device side</source>
        <translation>auf der Geräteseite öffnen</translation>
    </message>
    <message>
        <source>open on the card side</source>
        <translation>auf der Kartenseite öffnen</translation>
    </message>
    <message>
        <source>open the demo desk</source>
        <translation>die Demo öffnen</translation>
    </message>
    <message>
        <source>open nothing</source>
        <translation>nichts öffnen</translation>
    </message>
    <message>
        <source>light, dark, contrast or system</source>
        <translation>light, dark, contrast oder system</translation>
    </message>
    <message>
        <source>en or de</source>
        <translation>en oder de</translation>
    </message>
    <message>
        <source>walk through the demo desk, leave pictures in a folder</source>
        <translation>durch die Demo gehen und Bilder in einem Ordner ablegen</translation>
    </message>
    <message>
        <source>keep the session in this file</source>
        <translation>die Sitzung in dieser Datei aufbewahren</translation>
    </message>
    <message>
        <source>unexpected word &apos;%1&apos;; files go with --device and --card</source>
        <translation>unerwartetes Wort &apos;%1&apos;; Dateien werden mit --device und --card angegeben</translation>
    </message>
    <message>
        <source>there is no theme &apos;%1&apos;; light, dark, contrast or system</source>
        <translation>es gibt kein Farbschema &apos;%1&apos;; light, dark, contrast oder system</translation>
    </message>
    <message>
        <source>there is no language &apos;%1&apos;; en or de</source>
        <translation>es gibt keine Sprache &apos;%1&apos;; en oder de</translation>
    </message>
    <message>
        <source>print a line when the window has been painted for the first time</source>
        <translation>eine Zeile ausgeben, wenn das Fenster zum ersten Mal gezeichnet ist</translation>
    </message>
    <message>
        <source>open a recording or trace beside the log; may be given more than once</source>
        <translation>eine Aufzeichnung oder einen Mitschnitt neben dem Protokoll öffnen; mehrmals erlaubt</translation>
    </message>
    <message>
        <source>record the session into this folder</source>
        <translation>die Sitzung in diesen Ordner aufzeichnen</translation>
    </message>
</context>
<context>
    <name>MemoryGrants</name>
    <message>
        <source>the issuer&apos;s policy does not let %1 manage this memory</source>
        <translation>Die Vorgaben des Herausgebers lassen %1 diesen Speicher nicht verwalten</translation>
    </message>
    <message>
        <source>a request for memory cannot be read</source>
        <translation>Eine Speicheranforderung ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>MemoryMap</name>
    <message>
        <source>%1 uses %2 blocks, fewer cannot be granted</source>
        <translation>%1 belegt %2 Blöcke, weniger können nicht zugeteilt werden</translation>
    </message>
    <message>
        <source>no block is left for %1: free %2, limit %3</source>
        <translation>für %1 ist kein Block mehr da: frei %2, Grenze %3</translation>
    </message>
    <message>
        <source>%1 has %2 blocks and uses %3: not so many can be given back</source>
        <translation>%1 hat %2 Blöcke und belegt %3: so viele können nicht zurückgegeben werden</translation>
    </message>
    <message>
        <source>the card knows no entity %1</source>
        <translation>die Karte kennt keine Instanz %1</translation>
    </message>
</context>
<context>
    <name>MemoryModel</name>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Used (blocks)</source>
        <translation>Benutzt (Blöcke)</translation>
    </message>
    <message>
        <source>Granted (blocks)</source>
        <translation>Zugeteilt (Blöcke)</translation>
    </message>
    <message>
        <source>At most (blocks)</source>
        <translation>Höchstens (Blöcke)</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>Nach den Änderungen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>MemoryPlan</name>
    <message>
        <source>The plan stores %1 more: %2 beyond what %3 is granted. The card would refuse it.</source>
        <translation>Der Plan speichert %1 mehr: %2 über das hinaus, was %3 zugeteilt ist. Die Karte würde ihn ablehnen.</translation>
    </message>
</context>
<context>
    <name>MemoryQueueModel</name>
    <message>
        <source>Entity</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Blocks before, after</source>
        <translation>Blöcke vorher, nachher</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>anfordern: %1</translation>
    </message>
    <message>
        <source>extend by %1</source>
        <translation>erweitern um %1</translation>
    </message>
    <message>
        <source>reduce by %1</source>
        <translation>verringern um %1</translation>
    </message>
    <message>
        <source>release what is not used</source>
        <translation>Unbenutztes zurückgeben</translation>
    </message>
    <message>
        <source>delete all that it stored</source>
        <translation>alles löschen, was sie gespeichert hat</translation>
    </message>
    <message>
        <source>%1 of %2 that were asked for</source>
        <translation>%1 von %2, um die gebeten wurde</translation>
    </message>
    <message>
        <source>the card will grant %1</source>
        <translation>die Karte wird zuteilen: %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>granted %1</source>
        <translation>zugeteilt: %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>refused, %1: %2</source>
        <translation>abgelehnt, %1: %2</translation>
    </message>
    <message>
        <source>not sent, because one before it was refused</source>
        <translation>nicht gesendet, weil eine davor abgelehnt wurde</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
</context>
<context>
    <name>MemoryRows</name>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>taken by the card itself</source>
        <translation>von der Karte selbst belegt</translation>
    </message>
    <message>
        <source>kept back by the card issuer</source>
        <translation>vom Kartenherausgeber zurückgehalten</translation>
    </message>
    <message>
        <source>%1 (we)</source>
        <translation>%1 (wir)</translation>
    </message>
    <message>
        <source>granted to entities that we may not know of</source>
        <translation>Instanzen zugeteilt, von denen wir nicht wissen dürfen</translation>
    </message>
    <message>
        <source>can still be granted</source>
        <translation>kann noch zugeteilt werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s)</source>
        <translation>
            <numerusform>%Ln Block</numerusform>
            <numerusform>%Ln Blöcke</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The card has not said what we may do: shake hands with it first</source>
        <translation>Die Karte hat nicht gesagt, was wir dürfen: zuerst den Handshake mit ihr ausführen</translation>
    </message>
    <message>
        <source>%1 lacks the right “manage memory”; the card issuer gives it</source>
        <translation>%1 fehlt das Recht „Speicher verwalten“; der Kartenherausgeber vergibt es</translation>
    </message>
    <message>
        <source>%1 may change its own memory only, not that of %2</source>
        <translation>%1 darf nur den eigenen Speicher ändern, nicht den von %2</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>one choice for each conflict of the merge was expected</source>
        <translation>für jeden Konflikt der Zusammenführung wurde eine Wahl erwartet</translation>
    </message>
    <message>
        <source>there is no base to go back to: these two have never met</source>
        <translation>es gibt keinen gemeinsamen Stand zum Zurückkehren: diese beiden sind sich noch nie begegnet</translation>
    </message>
    <message>
        <source>the trees are not those that were merged: they must be merged anew</source>
        <translation>die Bäume sind nicht mehr die zusammengeführten: sie müssen neu zusammengeführt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) are not decided yet</source>
        <translation>
            <numerusform>%n Konflikt ist noch nicht entschieden</numerusform>
            <numerusform>%n Konflikte sind noch nicht entschieden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergePreview</name>
    <message>
        <source>Device and card have the same.</source>
        <translation>Gerät und Karte haben denselben Stand.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) on the device</source>
        <translation>
            <numerusform>%n Änderung auf dem Gerät</numerusform>
            <numerusform>%n Änderungen auf dem Gerät</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) on the card</source>
        <translation>
            <numerusform>%n Änderung auf der Karte</numerusform>
            <numerusform>%n Änderungen auf der Karte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>%n Konflikt zu entscheiden</numerusform>
            <numerusform>%n Konflikte zu entscheiden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Check that it is there and may be used.</source>
        <translation>Prüfen Sie, ob es vorhanden ist und benutzt werden darf.</translation>
    </message>
    <message>
        <source>What was open stays open.</source>
        <translation>Was geöffnet war, bleibt geöffnet.</translation>
    </message>
    <message>
        <source>Open or copy a smaller part.</source>
        <translation>Öffnen oder kopieren Sie einen kleineren Teil.</translation>
    </message>
    <message>
        <source>Reload both sides, then look at the plan again.</source>
        <translation>Laden Sie beide Seiten neu und sehen Sie den Plan dann noch einmal an.</translation>
    </message>
    <message>
        <source>Nothing was written to it. Open another image or a copy.</source>
        <translation>Es wurde nichts hineingeschrieben. Öffnen Sie ein anderes Abbild oder eine Kopie.</translation>
    </message>
    <message>
        <source>Check the keys that the card was issued with.</source>
        <translation>Prüfen Sie die Schlüssel, mit denen die Karte ausgegeben wurde.</translation>
    </message>
    <message>
        <source>The log shows what the card answered.</source>
        <translation>Das Protokoll zeigt, was die Karte geantwortet hat.</translation>
    </message>
    <message>
        <source>Take operations out of the plan or delete an MO.</source>
        <translation>Nehmen Sie Operationen aus dem Plan oder löschen Sie ein MO.</translation>
    </message>
</context>
<context>
    <name>MgmtTree</name>
    <message>
        <source>the description holds characters that XML cannot carry (expected UTF-8 without control characters)</source>
        <translation>die Beschreibung enthält Zeichen, die XML nicht darstellen kann (UTF-8 ohne Steuerzeichen erwartet)</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>%1 erwartet, %2 gefunden</translation>
    </message>
    <message>
        <source>elements nested more than %1 deep</source>
        <translation>Elemente mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>expected &lt;MgmtTree&gt;, found %1</source>
        <translation>&lt;MgmtTree&gt; erwartet, %1 gefunden</translation>
    </message>
    <message>
        <source>text and elements are mixed in a Value that is not XML</source>
        <translation>Text und Elemente sind in einem Value gemischt, der kein XML ist</translation>
    </message>
    <message>
        <source>reading was cancelled</source>
        <translation>das Lesen wurde abgebrochen</translation>
    </message>
    <message>
        <source>a Node holds either a Value or Nodes, found both</source>
        <translation>ein Node enthält entweder einen Value oder Nodes, beides gefunden</translation>
    </message>
    <message>
        <source>expected one &lt;Value&gt; in a Node, found a second one</source>
        <translation>ein &lt;Value&gt; je Node erwartet, einen zweiten gefunden</translation>
    </message>
    <message>
        <source>expected %1, found the text &quot;%2&quot;</source>
        <translation>%1 erwartet, den Text &quot;%2&quot; gefunden</translation>
    </message>
    <message>
        <source>a value has at most 256 MB</source>
        <translation>ein Wert hat höchstens 256 MB</translation>
    </message>
    <message>
        <source>a property has at most 1 MB of text</source>
        <translation>eine Eigenschaft hat höchstens 1 MB Text</translation>
    </message>
    <message>
        <source>expected UTF-8 text without control characters</source>
        <translation>UTF-8-Text ohne Steuerzeichen erwartet</translation>
    </message>
    <message>
        <source>expected UTF-8 text without NUL</source>
        <translation>UTF-8-Text ohne NUL erwartet</translation>
    </message>
    <message>
        <source>VerDTD %1 is read as 1.2</source>
        <translation>VerDTD %1 wird als 1.2 gelesen</translation>
    </message>
    <message>
        <source>expected one &lt;NodeName&gt; in a Node, found a second one</source>
        <translation>ein &lt;NodeName&gt; je Node erwartet, einen zweiten gefunden</translation>
    </message>
    <message>
        <source>expected a VerNo from 0 to 65535, found &quot;%1&quot;</source>
        <translation>VerNo von 0 bis 65535 erwartet, &quot;%1&quot; gefunden</translation>
    </message>
    <message>
        <source>an Occurrence without its number is read as one without a limit</source>
        <translation>ein Occurrence ohne Zahl wird als unbegrenzt gelesen</translation>
    </message>
    <message>
        <source>expected a &lt;NodeName&gt; that is not empty in this Node</source>
        <translation>in diesem Node wird ein nicht leerer &lt;NodeName&gt; erwartet</translation>
    </message>
    <message>
        <source>an interior node (Format node) has no Value</source>
        <translation>ein innerer Knoten (Format node) hat keinen Value</translation>
    </message>
    <message>
        <source>the root is an interior node (Format node)</source>
        <translation>die Wurzel ist ein innerer Knoten (Format node)</translation>
    </message>
    <message>
        <source>a leaf (Format %1) has no Nodes below it</source>
        <translation>ein Blatt (Format %1) hat keine Nodes unter sich</translation>
    </message>
    <message>
        <source>a value of Format bin is written as base64</source>
        <translation>ein Wert mit Format bin wird als Base64 geschrieben</translation>
    </message>
    <message>
        <source>%1 elements of other namespaces are left out, the first is %2</source>
        <translation>%1 Elemente anderer Namensräume werden ausgelassen, das erste ist %2</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>der Name</translation>
    </message>
    <message>
        <source>the ACL</source>
        <translation>die ACL</translation>
    </message>
    <message>
        <source>the Title</source>
        <translation>der Title</translation>
    </message>
    <message>
        <source>the TStamp</source>
        <translation>der TStamp</translation>
    </message>
    <message>
        <source>the Type</source>
        <translation>der Type</translation>
    </message>
    <message>
        <source>the value</source>
        <translation>der Wert</translation>
    </message>
    <message>
        <source>%1 holds characters that the document cannot carry (expected UTF-8 text without control characters; Format bin carries any bytes)</source>
        <translation>%1 enthält Zeichen, die das Dokument nicht darstellen kann (UTF-8 ohne Steuerzeichen erwartet; Format bin nimmt beliebige Bytes auf)</translation>
    </message>
    <message>
        <source>a document has at most 4 GB</source>
        <translation>ein Dokument hat höchstens 4 GB</translation>
    </message>
    <message>
        <source>Man and Mod are left out: they belong to a description</source>
        <translation>Man und Mod werden ausgelassen: sie gehören zu einer Beschreibung</translation>
    </message>
    <message>
        <source>the namespace %1 is read as syncml:dmddf1.2</source>
        <translation>der Namensraum %1 wird als syncml:dmddf1.2 gelesen</translation>
    </message>
</context>
<context>
    <name>MoChange</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>the node is gone</source>
        <translation>der Knoten ist nicht mehr da</translation>
    </message>
    <message>
        <source>DM account</source>
        <translation>DM-Konto</translation>
    </message>
    <message>
        <source>access point</source>
        <translation>Zugangspunkt</translation>
    </message>
    <message>
        <source>firmware update</source>
        <translation>Firmware-Aktualisierung</translation>
    </message>
    <message>
        <source>network registration</source>
        <translation>Netzanmeldung</translation>
    </message>
    <message>
        <source>IMS settings</source>
        <translation>IMS-Einstellungen</translation>
    </message>
    <message>
        <source>WLAN subscription</source>
        <translation>WLAN-Vertrag</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>MoCodec</name>
    <message>
        <source>the file has %1 bytes, %2 are needed: resize it first</source>
        <translation>die Datei hat %1 Bytes, gebraucht werden %2: zuerst die Größe ändern</translation>
    </message>
    <message>
        <source>NAS_SignallingPriority should be 1 (low priority) or absent</source>
        <translation>NAS_SignallingPriority sollte 1 (niedrige Priorität) sein oder fehlen</translation>
    </message>
    <message>
        <source>the two Override leaves should both be there with the same value</source>
        <translation>die beiden Override-Blätter sollten beide mit gleichem Wert da sein</translation>
    </message>
    <message>
        <source>each service of the list is 0 or 1 and stays there</source>
        <translation>jeder Dienst der Liste ist 0 oder 1 und bleibt bestehen</translation>
    </message>
    <message>
        <source>an access point name is labels of 1 to 63 bytes with dots</source>
        <translation>ein Zugangspunktname besteht aus Teilen von 1 bis 63 Bytes, durch Punkte getrennt</translation>
    </message>
    <message>
        <source>the file counts %1 access points and has %2</source>
        <translation>die Datei zählt %1 Zugangspunkte und hat %2</translation>
    </message>
    <message>
        <source>the list&apos;s leaves are called 1, 2, 3, ...</source>
        <translation>die Blätter der Liste heißen 1, 2, 3, ...</translation>
    </message>
    <message>
        <source>the list takes 254 access points</source>
        <translation>die Liste fasst 254 Zugangspunkte</translation>
    </message>
</context>
<context>
    <name>MoModel</name>
    <message>
        <source>MO</source>
        <translation>MO</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Only device</source>
        <translation>Nur Gerät</translation>
    </message>
    <message>
        <source>Only card</source>
        <translation>Nur Karte</translation>
    </message>
    <message numerus="yes">
        <source>%1 at %2, %3, %n difference(s)</source>
        <translation>
            <numerusform>%1 unter %2, %3, %n Unterschied</numerusform>
            <numerusform>%1 unter %2, %3, %n Unterschiede</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NodeDigests</name>
    <message>
        <source>an answer about digests cannot be read</source>
        <translation>eine Antwort über Digests ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>a notification needs a session id from 1 to FFFF</source>
        <translation>eine Benachrichtigung braucht eine Sitzungskennung von 1 bis FFFF</translation>
    </message>
    <message>
        <source>the server id of a notification has 1 to 255 bytes, not %1</source>
        <translation>die Serverkennung einer Benachrichtigung hat 1 bis 255 Byte, nicht %1</translation>
    </message>
    <message>
        <source>the notification has over %1 bytes</source>
        <translation>die Benachrichtigung hat mehr als %1 Byte</translation>
    </message>
    <message>
        <source>the notification has %1 bytes, expected %2 at least</source>
        <translation>die Benachrichtigung hat %1 Byte, erwartet werden mindestens %2</translation>
    </message>
    <message>
        <source>the notification is of version %1.%2, expected 1.1</source>
        <translation>die Benachrichtigung hat die Version %1.%2, erwartet wird 1.1</translation>
    </message>
    <message>
        <source>the notification names no session or no server, or ends within the server id</source>
        <translation>die Benachrichtigung nennt keine Sitzung oder keinen Server oder endet innerhalb der Serverkennung</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
</context>
<context>
    <name>NotificationGate</name>
    <message>
        <source>notification digest of %1</source>
        <translation>Benachrichtigungs-Digest von %1</translation>
    </message>
    <message>
        <source>%1 starts a management session</source>
        <translation>%1 beginnt eine Verwaltungssitzung</translation>
    </message>
    <message>
        <source>Let %1 start a management session?</source>
        <translation>%1 eine Verwaltungssitzung beginnen lassen?</translation>
    </message>
    <message>
        <source>the server wants you to be asked</source>
        <translation>der Server verlangt eine Rückfrage</translation>
    </message>
    <message>
        <source>The session starts now</source>
        <translation>Die Sitzung beginnt jetzt</translation>
    </message>
    <message>
        <source>There is no session</source>
        <translation>Es gibt keine Sitzung</translation>
    </message>
</context>
<context>
    <name>ObjectTag</name>
    <message>
        <source>a tag has 1 to 3 bytes in hex</source>
        <translation>ein Tag hat 1 bis 3 Bytes in Hex</translation>
    </message>
    <message>
        <source>no tag begins with 00</source>
        <translation>kein Tag beginnt mit 00</translation>
    </message>
    <message>
        <source>these bytes say that more of the tag follows</source>
        <translation>diese Bytes sagen, dass mehr vom Tag folgt</translation>
    </message>
    <message>
        <source>the tag&apos;s number must have its shortest form</source>
        <translation>die Nummer des Tags muss ihre kürzeste Form haben</translation>
    </message>
    <message>
        <source>5C stands for the list of tags</source>
        <translation>5C steht für die Liste der Tags</translation>
    </message>
    <message numerus="yes">
        <source>a tag that begins so has %n byte(s)</source>
        <translation>
            <numerusform>ein Tag, das so beginnt, hat %n Byte</numerusform>
            <numerusform>ein Tag, das so beginnt, hat %n Bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>the parent of the node to add is not there any more</source>
        <translation>der Elternknoten des hinzuzufügenden Knotens ist nicht mehr da</translation>
    </message>
    <message>
        <source>the node to add is there already</source>
        <translation>der hinzuzufügende Knoten ist schon da</translation>
    </message>
    <message>
        <source>the node to delete is not there any more</source>
        <translation>der zu löschende Knoten ist nicht mehr da</translation>
    </message>
    <message>
        <source>the node to delete has changed meanwhile</source>
        <translation>der zu löschende Knoten hat sich inzwischen geändert</translation>
    </message>
    <message>
        <source>the node to change is not there any more</source>
        <translation>der zu ändernde Knoten ist nicht mehr da</translation>
    </message>
    <message>
        <source>the node has changed meanwhile</source>
        <translation>der Knoten hat sich inzwischen geändert</translation>
    </message>
    <message>
        <source>there is nothing to add</source>
        <translation>es gibt nichts hinzuzufügen</translation>
    </message>
    <message>
        <source>there is no such Format</source>
        <translation>es gibt kein solches Format</translation>
    </message>
</context>
<context>
    <name>OutputFile</name>
    <message>
        <source>cannot be written: %1</source>
        <translation>nicht schreibbar: %1</translation>
    </message>
    <message>
        <source>this is a database, perhaps the image of a card or handset, and is not overwritten</source>
        <translation>das ist eine Datenbank, vielleicht das Abbild einer Karte oder eines Geräts, und wird nicht überschrieben</translation>
    </message>
    <message>
        <source>the name of a file was expected</source>
        <translation>der Name einer Datei wurde erwartet</translation>
    </message>
</context>
<context>
    <name>Owners</name>
    <message>
        <source>the card&apos;s answer about owners cannot be read</source>
        <translation>Die Antwort der Karte über Eigentümer ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>PairState</name>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>value differs</source>
        <translation>Wert anders</translation>
    </message>
    <message>
        <source>properties differ</source>
        <translation>Eigensch. anders</translation>
    </message>
    <message>
        <source>only on the device</source>
        <translation>nur auf dem Gerät</translation>
    </message>
    <message>
        <source>only on the card</source>
        <translation>nur auf der Karte</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
</context>
<context>
    <name>Pcsc</name>
    <message>
        <source>there is no reader called &quot;%1&quot;; there are %2</source>
        <translation>es gibt keinen Leser namens „%1“; vorhanden: %2</translation>
    </message>
    <message>
        <source>more than one reader is called &quot;%1&quot;: %2; give more of the name</source>
        <translation>mehr als ein Leser heißt „%1“: %2; geben Sie mehr vom Namen an</translation>
    </message>
    <message>
        <source>there is no card in the reader; put one in</source>
        <translation>im Leser steckt keine Karte; stecken Sie eine ein</translation>
    </message>
    <message>
        <source>the card in the reader gives no answer to reset; take it out, clean it and put it in again</source>
        <translation>die Karte im Leser gibt kein Answer to Reset; herausnehmen, reinigen und wieder einstecken</translation>
    </message>
    <message>
        <source>the card was taken out of the reader; put it in again and read it again</source>
        <translation>die Karte wurde aus dem Leser genommen; wieder einstecken und neu lesen</translation>
    </message>
    <message>
        <source>contact with the card was lost; put it in again and read it again</source>
        <translation>der Kontakt zur Karte ging verloren; wieder einstecken und neu lesen</translation>
    </message>
    <message>
        <source>there is no reader; plug one in</source>
        <translation>es gibt keinen Leser; schließen Sie einen an</translation>
    </message>
    <message>
        <source>the reader is not there any more; plug it in again</source>
        <translation>der Leser ist nicht mehr da; schließen Sie ihn wieder an</translation>
    </message>
    <message>
        <source>the reader service pcscd is not running; start it, for instance by: systemctl start pcscd</source>
        <translation>der Leserdienst pcscd läuft nicht; starten Sie ihn, zum Beispiel mit: systemctl start pcscd</translation>
    </message>
    <message>
        <source>you have no right to use the reader service pcscd; log in at the machine itself, or have polkit grant org.debian.pcsc-lite.access_pcsc</source>
        <translation>Sie dürfen den Leserdienst pcscd nicht benutzen; melden Sie sich an der Maschine selbst an, oder lassen Sie sich von polkit org.debian.pcsc-lite.access_pcsc gewähren</translation>
    </message>
    <message>
        <source>another program has reset the card; read the card again to go on</source>
        <translation>ein anderes Programm hat die Karte zurückgesetzt; lesen Sie die Karte neu, um fortzufahren</translation>
    </message>
    <message>
        <source>another program holds the card for itself; close it and try again</source>
        <translation>ein anderes Programm hat die Karte für sich allein; schließen Sie es und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>the reader service answered: %1 (0x%2)</source>
        <translation>der Leserdienst antwortete: %1 (0x%2)</translation>
    </message>
    <message>
        <source>The card in %1 has not answered for %2 s; another program may be at it, or take the card out to end this</source>
        <translation>Die Karte in %1 antwortet seit %2 s nicht; vielleicht ist ein anderes Programm an ihr, oder nehmen Sie die Karte heraus, um dies zu beenden</translation>
    </message>
    <message>
        <source>The reader service pcscd has not answered for %1 s; restart it to end this, for instance by: systemctl restart pcscd</source>
        <translation>Der Leserdienst pcscd antwortet seit %1 s nicht; starten Sie ihn neu, um dies zu beenden, zum Beispiel mit: systemctl restart pcscd</translation>
    </message>
    <message>
        <source>the card and the reader found no protocol to speak; if the card has just been taken out, put it in again</source>
        <translation>Karte und Leser fanden kein gemeinsames Protokoll; wurde die Karte gerade herausgenommen, stecken Sie sie wieder ein</translation>
    </message>
    <message>
        <source>the reader service pcscd does not answer; restart it, for instance by: systemctl restart pcscd</source>
        <translation>der Leserdienst pcscd antwortet nicht; starten Sie ihn neu, zum Beispiel mit: systemctl restart pcscd</translation>
    </message>
</context>
<context>
    <name>PinText</name>
    <message>
        <source>16 characters are taken as hex digits, and these are not</source>
        <translation>16 Zeichen gelten als Hexziffern, und diese sind keine</translation>
    </message>
    <message>
        <source>%1 to %2 digits are expected</source>
        <translation>%1 bis %2 Ziffern werden erwartet</translation>
    </message>
    <message>
        <source>Only digits are expected</source>
        <translation>Nur Ziffern werden erwartet</translation>
    </message>
    <message>
        <source>%1 digits are expected</source>
        <translation>%1 Ziffern werden erwartet</translation>
    </message>
</context>
<context>
    <name>Pkcs15</name>
    <message>
        <source>directory offset %1</source>
        <translation>Verzeichnisoffset %1</translation>
    </message>
    <message>
        <source>a number below 2^32 was expected</source>
        <translation>eine Zahl unter 2^32 wurde erwartet</translation>
    </message>
    <message>
        <source>a path of two bytes per file id was expected</source>
        <translation>ein Pfad mit zwei Bytes je Dateikennung wurde erwartet</translation>
    </message>
    <message>
        <source>the entry has no type attributes [1]</source>
        <translation>dem Eintrag fehlen die Typattribute [1]</translation>
    </message>
    <message>
        <source>an opaque or OID data object was expected, not tag %1</source>
        <translation>ein opakes oder ein OID-Datenobjekt wurde erwartet, nicht Tag %1</translation>
    </message>
    <message>
        <source>token information (tag 30) was expected</source>
        <translation>Token-Information (Tag 30) wurde erwartet</translation>
    </message>
    <message>
        <source>the directory has no entry %1</source>
        <translation>das Verzeichnis hat keinen Eintrag %1</translation>
    </message>
    <message>
        <source>the directory has %1 bytes, %2 are needed for the new length</source>
        <translation>das Verzeichnis hat %1 Bytes, für die neue Länge werden %2 gebraucht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no object identifier like 2.23.43.9.1</source>
        <translation>„%1“ ist kein Objektbezeichner wie 2.23.43.9.1</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>ACL</source>
        <translation>ACL</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>add</source>
        <translation>anlegen</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
</context>
<context>
    <name>PolicyForm</name>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>&lt; Card wins</source>
        <translation>&lt; Karte gewinnt</translation>
    </message>
    <message>
        <source>&gt; Device wins</source>
        <translation>&gt; Gerät gewinnt</translation>
    </message>
    <message>
        <source>Newest wins</source>
        <translation>Das Neueste gewinnt</translation>
    </message>
</context>
<context>
    <name>PolicyRules</name>
    <message>
        <source>the issuer keeps all rights below &quot;.&quot;</source>
        <translation>der Herausgeber behält alle Rechte unter „.“</translation>
    </message>
    <message>
        <source>the issuer keeps a way in by which it proves itself: SCP03, or SCP11a or SCP11c with a common name</source>
        <translation>der Herausgeber behält einen Zugang, bei dem er sich ausweist: SCP03, oder SCP11a oder SCP11c mit einem Namen im Zertifikat</translation>
    </message>
    <message>
        <source>the card has the keys of none of the issuer&apos;s methods</source>
        <translation>zu keinem Verfahren des Herausgebers hat die Karte die Schlüssel</translation>
    </message>
    <message>
        <source>the block size stays as the card was made with: %1 bytes, not %2</source>
        <translation>die Blockgröße bleibt, wie die Karte angelegt wurde: %1 Bytes, nicht %2</translation>
    </message>
    <message>
        <source>who comes in by SCP11b proves nothing: it may explore and read, and nothing else</source>
        <translation>wer mit SCP11b hineinkommt, beweist nichts: er darf erkunden und lesen, sonst nichts</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>cannot be displayed</source>
        <translation>kann nicht angezeigt werden</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>entered a text of length %1</source>
        <translation>einen Text der Länge %1 eingegeben</translation>
    </message>
    <message>
        <source>chose %1</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>yes to %1 of %2</source>
        <translation>ja zu %1 von %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>PromptChangeModel</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>secret value</source>
        <translation>geheimer Wert</translation>
    </message>
</context>
<context>
    <name>Provisioning</name>
    <message>
        <source>nothing to put into a provisioning document: expected an account of Type %1 or a node ./Provisioning</source>
        <translation>nichts für ein Provisioning-Dokument vorhanden: erwartet wird ein Konto mit Type %1 oder ein Knoten ./Provisioning</translation>
    </message>
    <message>
        <source>expected %1, found &lt;%2&gt;</source>
        <translation>%1 erwartet, &lt;%2&gt; gefunden</translation>
    </message>
    <message>
        <source>elements nested more than %1 deep</source>
        <translation>Elemente mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>more than %1 elements</source>
        <translation>mehr als %1 Elemente</translation>
    </message>
    <message>
        <source>attribute %1 has at most %2 bytes</source>
        <translation>Attribut %1 hat höchstens %2 Bytes</translation>
    </message>
    <message>
        <source>attribute %1: expected UTF-8 text without NUL</source>
        <translation>Attribut %1: UTF-8-Text ohne NUL erwartet</translation>
    </message>
    <message>
        <source>expected &lt;characteristic&gt; or &lt;parm&gt;, found the text &quot;%1&quot;</source>
        <translation>&lt;characteristic&gt; oder &lt;parm&gt; erwartet, den Text &quot;%1&quot; gefunden</translation>
    </message>
    <message>
        <source>not a provisioning document: its public id is %1, expected PROV 1.0</source>
        <translation>kein Provisioning-Dokument: die Public-ID ist %1, PROV 1.0 erwartet</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>%1 holds characters that XML cannot carry</source>
        <translation>%1 enthält Zeichen, die XML nicht darstellen kann</translation>
    </message>
    <message>
        <source>&lt;characteristic&gt; or &lt;parm&gt;</source>
        <translation>&lt;characteristic&gt; oder &lt;parm&gt;</translation>
    </message>
</context>
<context>
    <name>PushPort</name>
    <message>
        <source>this is no address of this machine</source>
        <translation>das ist keine Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>an IP address was expected</source>
        <translation>eine IP-Adresse wurde erwartet</translation>
    </message>
</context>
<context>
    <name>Random</name>
    <message>
        <source>the system gave no random numbers</source>
        <translation>das System hat keine Zufallszahlen geliefert</translation>
    </message>
</context>
<context>
    <name>ReaderSection</name>
    <message>
        <source>Put a card in</source>
        <translation>Stecken Sie eine Karte ein</translation>
    </message>
    <message>
        <source>Take the card out, turn it over, put it in again</source>
        <translation>Nehmen Sie die Karte heraus, drehen Sie sie um und stecken Sie sie wieder ein</translation>
    </message>
    <message>
        <source>Close the other program, then it can be opened here</source>
        <translation>Schließen Sie das andere Programm, dann lässt sie sich hier öffnen</translation>
    </message>
    <message>
        <source>The reader has not said what is in it</source>
        <translation>Der Leser hat nicht gesagt, was in ihm steckt</translation>
    </message>
    <message>
        <source>ATR %1</source>
        <translation>ATR %1</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>eine Karte</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>a card that does not answer</source>
        <translation>eine Karte, die nicht antwortet</translation>
    </message>
    <message>
        <source>%1, in use by another program</source>
        <translation>%1, von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>the cryptographic library made no signature with this key</source>
        <translation>die Kryptobibliothek hat mit diesem Schlüssel keine Signatur erzeugt</translation>
    </message>
    <message>
        <source>a receipt has at most %1 bytes</source>
        <translation>ein Beleg hat höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>this is no receipt, a CMS SignedData with its content was expected</source>
        <translation>das ist kein Beleg, erwartet wurde ein CMS SignedData mit Inhalt</translation>
    </message>
    <message>
        <source>the certificate %1 is not meant for signatures</source>
        <translation>das Zertifikat %1 ist nicht für Signaturen gedacht</translation>
    </message>
    <message>
        <source>1 to %1 signatures were expected, here are %2</source>
        <translation>1 bis %1 Signaturen wurden erwartet, hier sind %2</translation>
    </message>
    <message>
        <source>a signature comes without the certificate of its signer</source>
        <translation>einer Signatur fehlt das Zertifikat dessen, der unterschrieben hat</translation>
    </message>
    <message>
        <source>a signature of the receipt is wrong, so no other is added</source>
        <translation>eine Signatur des Belegs ist falsch, also kommt keine weitere dazu</translation>
    </message>
    <message>
        <source>the signature of %1 is wrong</source>
        <translation>die Signatur von %1 ist falsch</translation>
    </message>
    <message>
        <source>the transcript is incomplete</source>
        <translation>die Niederschrift ist unvollständig</translation>
    </message>
    <message>
        <source>a transcript has %1 here, not %2 of %3 bytes</source>
        <translation>eine Niederschrift hat hier %1, nicht %2 mit %3 Bytes</translation>
    </message>
    <message>
        <source>a transcript of version %1 was expected, not %2</source>
        <translation>eine Niederschrift der Version %1 wurde erwartet, nicht %2</translation>
    </message>
    <message>
        <source>a transcript has at most %1 bytes</source>
        <translation>eine Niederschrift hat höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>this is no transcript of a session, A8 was expected</source>
        <translation>das ist keine Niederschrift einer Sitzung, erwartet wurde A8</translation>
    </message>
    <message>
        <source>the transcript names a handshake that is not known</source>
        <translation>die Niederschrift nennt einen unbekannten Handshake</translation>
    </message>
    <message>
        <source>the digest over the transcript&apos;s commands does not fit them</source>
        <translation>der Prüfwert über die Befehle der Niederschrift passt nicht zu ihnen</translation>
    </message>
    <message>
        <source>a receipt has at most %1 certificates, here are %2</source>
        <translation>eine Quittung hat höchstens %1 Zertifikate, hier sind %2</translation>
    </message>
    <message>
        <source>the signature is wrong: what it is about was changed</source>
        <translation>die Unterschrift ist falsch: geändert wurde, worüber sie geleistet wurde</translation>
    </message>
    <message>
        <source>the signature is right, but its certificate, issued by %1, is not accepted: %2</source>
        <translation>die Unterschrift stimmt, aber ihr Zertifikat, ausgestellt von %1, wird nicht anerkannt: %2</translation>
    </message>
    <message>
        <source>with %1 there is no receipt: only certificates on both sides prove who said what; shake hands by SCP11a</source>
        <translation>mit %1 gibt es keinen Beleg: nur Zertifikate auf beiden Seiten beweisen, wer was gesagt hat; den Handshake mit SCP11a ausführen</translation>
    </message>
    <message>
        <source>it is signed by %1, which is neither the certificate of the card %2 nor that of the entity %3</source>
        <translation>unterschrieben hat %1; das ist weder das Zertifikat der Karte %2 noch das der Instanz %3</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Workbench</translation>
    </message>
</context>
<context>
    <name>RecordFilter</name>
    <message>
        <source>%1 stands alone; expected no operator</source>
        <translation>%1 steht allein; hier wird kein Operator erwartet</translation>
    </message>
    <message>
        <source>Expected a regular expression: %1</source>
        <translation>Erwartet wird ein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>Expected a SyncML status code such as 400; sw compares a card&apos;s</source>
        <translation>Erwartet wird ein SyncML-Statuscode wie 400; den einer Karte vergleicht sw</translation>
    </message>
    <message>
        <source>Expected one of %1</source>
        <translation>Erwartet wird eins von %1</translation>
    </message>
    <message>
        <source>Expected %1 hex digits, x for any</source>
        <translation>Erwartet werden %1 Hexziffern, x für eine beliebige</translation>
    </message>
    <message>
        <source>Expected digits only behind %1</source>
        <translation>Erwartet werden nur Ziffern hinter %1</translation>
    </message>
    <message>
        <source>Expected a whole number</source>
        <translation>Erwartet wird eine ganze Zahl</translation>
    </message>
    <message>
        <source>Expected a number with one of the units %1</source>
        <translation>Erwartet wird eine Zahl mit einer der Einheiten %1</translation>
    </message>
    <message>
        <source>Expected bytes in hex, or a text in quotation marks</source>
        <translation>Erwartet werden Bytes in Hex oder ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>rows that do not</source>
        <translation>Zeilen, die nicht passen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>is one of a set</source>
        <translation>ist eins von mehreren</translation>
    </message>
    <message>
        <source>rows that are both</source>
        <translation>Zeilen, auf die beides passt</translation>
    </message>
    <message>
        <source>rows that are either</source>
        <translation>Zeilen, auf die eins von beiden passt</translation>
    </message>
    <message>
        <source>name of the row: SELECT, Replace</source>
        <translation>Name der Zeile: SELECT, Replace</translation>
    </message>
    <message>
        <source>URI, AID or file that it was about</source>
        <translation>URI, AID oder Datei, um die es ging</translation>
    </message>
    <message>
        <source>status as shown; SyncML codes as numbers too</source>
        <translation>Status wie angezeigt; SyncML-Codes auch als Zahlen</translation>
    </message>
    <message>
        <source>status word of a card: 6a82, 61xx</source>
        <translation>Statuswort einer Karte: 6a82, 61xx</translation>
    </message>
    <message>
        <source>instruction byte of an APDU: a4</source>
        <translation>Instruktionsbyte einer APDU: a4</translation>
    </message>
    <message>
        <source>class byte of an APDU: 8x</source>
        <translation>Klassenbyte einer APDU: 8x</translation>
    </message>
    <message>
        <source>layer that spoke</source>
        <translation>Schicht, die sprach</translation>
    </message>
    <message>
        <source>how it ended: ok, warning, error</source>
        <translation>wie es ausging: ok, warning, error</translation>
    </message>
    <message>
        <source>who asked</source>
        <translation>wer fragte</translation>
    </message>
    <message>
        <source>who answered</source>
        <translation>wer antwortete</translation>
    </message>
    <message>
        <source>bytes of the command or message</source>
        <translation>Bytes des Kommandos oder der Nachricht</translation>
    </message>
    <message>
        <source>bytes of the answer</source>
        <translation>Bytes der Antwort</translation>
    </message>
    <message>
        <source>bytes of either</source>
        <translation>Bytes von beidem</translation>
    </message>
    <message>
        <source>bytes of both together: 255, 1k</source>
        <translation>Bytes von beidem zusammen: 255, 1k</translation>
    </message>
    <message>
        <source>seconds since the recording began: 1.5, 20ms</source>
        <translation>Sekunden seit Beginn der Aufzeichnung: 1.5, 20ms</translation>
    </message>
    <message>
        <source>milliseconds that it took: 10, 2s</source>
        <translation>Millisekunden, die es dauerte: 10, 2s</translation>
    </message>
    <message>
        <source>number of the row</source>
        <translation>Nummer der Zeile</translation>
    </message>
    <message>
        <source>number that rows of one exchange share</source>
        <translation>Nummer, die Zeilen eines Austauschs gemeinsam haben</translation>
    </message>
    <message>
        <source>what somebody noted on the row</source>
        <translation>was jemand zu der Zeile notiert hat</translation>
    </message>
    <message>
        <source>rows that are marked</source>
        <translation>Zeilen, die markiert sind</translation>
    </message>
    <message>
        <source>rows that belong to the one before: chained parts, GET RESPONSE</source>
        <translation>Zeilen, die zur vorigen gehören: verkettete Teile, GET RESPONSE</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist kleiner als</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>ist größer als</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>matches the regular expression</source>
        <translation>passt zum regulären Ausdruck</translation>
    </message>
    <message>
        <source>There is no ( that this ) closes</source>
        <translation>Es gibt keine (, die diese ) schließt</translation>
    </message>
    <message>
        <source>Too many parentheses lie in each other</source>
        <translation>Zu viele Klammern liegen ineinander</translation>
    </message>
    <message>
        <source>A closing ) is missing for this one</source>
        <translation>Zu dieser Klammer fehlt die schließende )</translation>
    </message>
    <message>
        <source>A closing quotation mark is missing</source>
        <translation>Ein schließendes Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>Expected a text to look for, a field, not or (</source>
        <translation>Erwartet wird ein gesuchter Text, ein Feld, not oder (</translation>
    </message>
    <message>
        <source>%1 is no field; expected one of %2</source>
        <translation>%1 ist kein Feld; erwartet wird eins von %2</translation>
    </message>
    <message>
        <source>Expected one of %1 behind %2</source>
        <translation>Erwartet wird einer von %1 hinter %2</translation>
    </message>
    <message>
        <source>Expected a value behind %1</source>
        <translation>Erwartet wird ein Wert hinter %1</translation>
    </message>
    <message>
        <source>Expected a value of the set, then , or }</source>
        <translation>Erwartet wird ein Wert der Menge, dann , oder }</translation>
    </message>
    <message>
        <source>Expected , or } behind a value of the set</source>
        <translation>Erwartet wird , oder } hinter einem Wert der Menge</translation>
    </message>
    <message>
        <source>Expected at most %1 characters</source>
        <translation>Erwartet werden höchstens %1 Zeichen</translation>
    </message>
</context>
<context>
    <name>RecordLinks</name>
    <message>
        <source>carried by row %1</source>
        <translation>getragen von Zeile %1</translation>
    </message>
    <message>
        <source>carried by rows %1 to %2</source>
        <translation>getragen von den Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>carries row %1</source>
        <translation>trägt Zeile %1</translation>
    </message>
    <message>
        <source>carries rows %1 to %2</source>
        <translation>trägt die Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>answers row %1</source>
        <translation>beantwortet Zeile %1</translation>
    </message>
    <message>
        <source>answers rows %1 to %2</source>
        <translation>beantwortet die Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>answered by row %1</source>
        <translation>beantwortet in Zeile %1</translation>
    </message>
    <message>
        <source>answered by rows %1 to %2</source>
        <translation>beantwortet in den Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>wrapped as row %1</source>
        <translation>verpackt als Zeile %1</translation>
    </message>
    <message>
        <source>wrapped as rows %1 to %2</source>
        <translation>verpackt als Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>unwrapped in row %1</source>
        <translation>entpackt in Zeile %1</translation>
    </message>
    <message>
        <source>unwrapped in rows %1 to %2</source>
        <translation>entpackt in den Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>belongs to row %1</source>
        <translation>gehört zu Zeile %1</translation>
    </message>
    <message>
        <source>belongs to rows %1 to %2</source>
        <translation>gehört zu den Zeilen %1 bis %2</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>the recording ends here: %1</source>
        <translation>die Aufzeichnung endet hier: %1</translation>
    </message>
    <message>
        <source>its file was removed</source>
        <translation>ihre Datei wurde entfernt</translation>
    </message>
    <message>
        <source>the disk is too slow</source>
        <translation>der Datenträger ist zu langsam</translation>
    </message>
    <message>
        <source>no recording can be made here: %1</source>
        <translation>hier kann keine Aufzeichnung angelegt werden: %1</translation>
    </message>
    <message>
        <source>it cannot be written: %1</source>
        <translation>sie kann nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>it ends within a row that begins at byte %1</source>
        <translation>sie endet in einer Zeile, die bei Byte %1 beginnt</translation>
    </message>
    <message>
        <source>it is damaged at byte %1; what follows could not be read</source>
        <translation>sie ist bei Byte %1 beschädigt; was folgt, war nicht zu lesen</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>it has become shorter while it was read</source>
        <translation>sie ist kürzer geworden, während sie gelesen wurde</translation>
    </message>
    <message>
        <source>reading was stopped</source>
        <translation>das Lesen wurde abgebrochen</translation>
    </message>
    <message>
        <source>this is no recording of a session</source>
        <translation>das ist keine Aufzeichnung einer Sitzung</translation>
    </message>
    <message>
        <source>this recording was made by a later version of this program</source>
        <translation>diese Aufzeichnung wurde von einer neueren Version dieses Programms gemacht</translation>
    </message>
    <message>
        <source>the head of this recording is damaged</source>
        <translation>der Kopf dieser Aufzeichnung ist beschädigt</translation>
    </message>
    <message>
        <source>it is damaged at byte %1; %2 bytes were passed over</source>
        <translation>sie ist bei Byte %1 beschädigt; %2 Bytes wurden übergangen</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>bytes %1 to %2 of the file</source>
        <translation>Bytes %1 bis %2 der Datei</translation>
    </message>
</context>
<context>
    <name>RecordingComparison</name>
    <message>
        <source>Request, from byte %1</source>
        <translation>Anfrage, ab Byte %1</translation>
    </message>
    <message>
        <source>Response, from byte %1</source>
        <translation>Antwort, ab Byte %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>drawn at random each time</source>
        <translation>jedes Mal neu gewürfelt</translation>
    </message>
    <message>
        <source>proves a key over what was drawn at random</source>
        <translation>weist einen Schlüssel über Zufallswerte nach</translation>
    </message>
    <message>
        <source>protected by the keys of one session</source>
        <translation>mit den Schlüsseln einer Sitzung geschützt</translation>
    </message>
    <message>
        <source>a signature, over the time as well</source>
        <translation>eine Signatur, auch über die Uhrzeit</translation>
    </message>
    <message>
        <source>proves a secret over the nonce of one session</source>
        <translation>weist ein Geheimnis über die Nonce einer Sitzung nach</translation>
    </message>
    <message>
        <source>a nonce, new each time</source>
        <translation>eine Nonce, jedes Mal neu</translation>
    </message>
    <message>
        <source>the number of a session or message</source>
        <translation>die Nummer einer Sitzung oder Nachricht</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>eine Zeit</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>RecordingFolder</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>no recording can be made in this folder</source>
        <translation>in diesem Ordner kann keine Aufzeichnung angelegt werden</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>Protected commands were sent as they were recorded: keys of another session, which the card refuses.</source>
        <translation>Geschützte Befehle wurden gesendet, wie sie aufgezeichnet sind: mit Schlüsseln einer anderen Sitzung, die die Karte ablehnt.</translation>
    </message>
    <message>
        <source>The handshake by %1 with key version %2 cannot be shaken again: its credential is not at hand.</source>
        <translation>Der Handshake mit %1 und Schlüsselversion %2 kann nicht wiederholt werden: Seine Zugangsdaten liegen nicht vor.</translation>
    </message>
    <message>
        <source>a card in a reader would really be written to; allow it, or replay to an emulated card</source>
        <translation>eine Karte in einem Leser würde wirklich beschrieben; erlauben Sie es, oder nehmen Sie eine emulierte Karte</translation>
    </message>
    <message>
        <source>commands are replayed to card:FILE or pcsc:READER</source>
        <translation>Befehle werden mit card:DATEI oder pcsc:LESER abgespielt</translation>
    </message>
    <message>
        <source>messages of servers are replayed to handset:FILE</source>
        <translation>Nachrichten von Servern werden mit handset:DATEI abgespielt</translation>
    </message>
    <message>
        <source>the recorded card was not asked this, and cannot answer</source>
        <translation>die aufgezeichnete Karte wurde das nicht gefragt und kann nicht antworten</translation>
    </message>
    <message>
        <source>the rows to replay are not rows of the recording in its order</source>
        <translation>die abzuspielenden Zeilen sind nicht die der Aufzeichnung in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>the replay was stopped</source>
        <translation>das Abspielen wurde angehalten</translation>
    </message>
    <message>
        <source>it could not be fetched then either</source>
        <translation>auch damals konnte es nicht geholt werden</translation>
    </message>
    <message>
        <source>The device was asked what the workbench had asked; what it did by itself meanwhile is not done again.</source>
        <translation>Das Gerät wurde gefragt, was die Werkbank gefragt hatte; was es inzwischen von sich aus tat, wird nicht wiederholt.</translation>
    </message>
    <message>
        <source>nothing in these rows was said to a card</source>
        <translation>in diesen Zeilen wurde nichts zu einer Karte gesagt</translation>
    </message>
    <message>
        <source>nothing in these rows was said to a device in DM messages</source>
        <translation>in diesen Zeilen wurde nichts in DM-Nachrichten zu einem Gerät gesagt</translation>
    </message>
    <message>
        <source>nothing in these rows was said to a DM server</source>
        <translation>in diesen Zeilen wurde nichts zu einem DM-Server gesagt</translation>
    </message>
    <message>
        <source>Not played, since their secrets are masked or they are parts of such commands: rows %1</source>
        <translation>Nicht abgespielt, weil ihre Geheimnisse verdeckt sind oder sie Teile solcher Befehle sind: Zeilen %1</translation>
    </message>
</context>
<context>
    <name>RequestUri</name>
    <message>
        <source>there is no such property or list: %1</source>
        <translation>es gibt keine solche Eigenschaft oder Liste: %1</translation>
    </message>
</context>
<context>
    <name>RowPairModel</name>
    <message>
        <source>= same</source>
        <translation>= gleich</translation>
    </message>
    <message>
        <source># differs</source>
        <translation># verschieden</translation>
    </message>
    <message>
        <source>&gt; only left</source>
        <translation>&gt; nur links</translation>
    </message>
    <message>
        <source>&lt; only right</source>
        <translation>&lt; nur rechts</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) same</source>
        <translation>
            <numerusform>%n Zeile gleich</numerusform>
            <numerusform>%n Zeilen gleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s)</source>
        <translation>
            <numerusform>%n verschieden</numerusform>
            <numerusform>%n verschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only left</source>
        <translation>
            <numerusform>%n nur links</numerusform>
            <numerusform>%n nur links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>%n nur rechts</numerusform>
            <numerusform>%n nur rechts</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>keine Zeile</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>(=) same</source>
        <translation>(=) gleich</translation>
    </message>
    <message>
        <source>(#) as expected</source>
        <translation>(#) wie erwartet</translation>
    </message>
    <message>
        <source>&gt; not played: its secrets are masked</source>
        <translation>&gt; nicht abgespielt: Geheimnisse sind verdeckt</translation>
    </message>
    <message>
        <source>= nothing to compare</source>
        <translation>= nichts zu vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>%n not played</source>
        <translation>
            <numerusform>%n nicht abgespielt</numerusform>
            <numerusform>%n nicht abgespielt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with nothing to compare</source>
        <translation>
            <numerusform>%n ohne Vergleich</numerusform>
            <numerusform>%n ohne Vergleich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowSheet</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Such a picture holds at most %1 rows, and there are %2; save as PDF, or filter first</source>
        <translation>Ein solches Bild fasst höchstens %1 Zeilen, es sind aber %2; als PDF speichern oder zuerst filtern</translation>
    </message>
</context>
<context>
    <name>Scp03</name>
    <message>
        <source>1 to %1 bytes can be derived, not %2</source>
        <translation>1 bis %1 Bytes können abgeleitet werden, nicht %2</translation>
    </message>
    <message>
        <source>the command carries no MAC</source>
        <translation>der Befehl trägt keinen MAC</translation>
    </message>
    <message>
        <source>the command&apos;s MAC is wrong</source>
        <translation>der MAC des Befehls ist falsch</translation>
    </message>
    <message>
        <source>the answer tells of an error but carries unprotected data</source>
        <translation>die Antwort meldet einen Fehler, trägt aber ungeschützte Daten</translation>
    </message>
    <message>
        <source>the answer carries no MAC</source>
        <translation>die Antwort trägt keinen MAC</translation>
    </message>
    <message>
        <source>the encrypted data is not a row of whole blocks</source>
        <translation>die verschlüsselten Daten bestehen nicht aus ganzen Blöcken</translation>
    </message>
    <message>
        <source>the padding of the decrypted data is wrong</source>
        <translation>das Padding der entschlüsselten Daten ist falsch</translation>
    </message>
    <message>
        <source>the card refused the handshake, %1</source>
        <translation>die Karte hat den Handshake abgelehnt, %1</translation>
    </message>
    <message>
        <source>an answer of %1 or %2 bytes was expected, the card gave %3</source>
        <translation>eine Antwort von %1 oder %2 Bytes wurde erwartet, die Karte lieferte %3</translation>
    </message>
    <message>
        <source>the card offers secure channel protocol %1, 3 was expected</source>
        <translation>die Karte bietet Secure-Channel-Protokoll %1 an, 3 wurde erwartet</translation>
    </message>
    <message>
        <source>the card&apos;s SCP03 parameter %1 contradicts its answer</source>
        <translation>der SCP03-Parameter %1 der Karte widerspricht ihrer Antwort</translation>
    </message>
    <message>
        <source>the card works with %1-byte MACs, the other size was asked for</source>
        <translation>die Karte arbeitet mit MACs von %1 Bytes, verlangt war die andere Größe</translation>
    </message>
    <message>
        <source>the card does not offer security level %1</source>
        <translation>die Karte bietet die Sicherheitsstufe %1 nicht an</translation>
    </message>
    <message>
        <source>the card answered with key version %1, %2 was asked for</source>
        <translation>die Karte hat mit Schlüsselversion %1 geantwortet, verlangt war %2</translation>
    </message>
    <message>
        <source>the card is another one, its key diversification data is %1</source>
        <translation>es ist eine andere Karte, ihre Daten zur Schlüsselableitung sind %1</translation>
    </message>
    <message>
        <source>the card&apos;s challenge does not follow from its sequence counter</source>
        <translation>die Challenge der Karte folgt nicht aus ihrem Sequenzzähler</translation>
    </message>
    <message>
        <source>the card does not know the keys, its cryptogram is wrong</source>
        <translation>die Karte kennt die Schlüssel nicht, ihr Kryptogramm ist falsch</translation>
    </message>
    <message>
        <source>the secure channel is closed, a new handshake is needed</source>
        <translation>der sichere Kanal ist geschlossen, ein neuer Handshake ist nötig</translation>
    </message>
    <message>
        <source>%1 data bytes do not fit a protected command, at most %2 do</source>
        <translation>%1 Datenbytes passen nicht in einen geschützten Befehl, höchstens %2</translation>
    </message>
    <message>
        <source>the answer&apos;s MAC is wrong: it was changed on the way, or is an old one said again; the session is closed, shake hands and try again</source>
        <translation>der MAC der Antwort ist falsch: sie wurde unterwegs verändert, oder eine alte wurde wiederholt; die Sitzung ist geschlossen, wiederholen Sie den Handshake</translation>
    </message>
</context>
<context>
    <name>Scp11</name>
    <message>
        <source>the control reference 90, 95 3C, 80 88, 81 was expected</source>
        <translation>erwartet wurde die Steuerreferenz 90, 95 3C, 80 88, 81</translation>
    </message>
    <message>
        <source>SCP11a, b or c with AES keys of 16, 24 or 32 bytes was expected</source>
        <translation>erwartet wurde SCP11a, b oder c mit AES-Schlüsseln von 16, 24 oder 32 Bytes</translation>
    </message>
    <message>
        <source>a public key 5F49 on the curve P-256 or P-384 was expected</source>
        <translation>erwartet wurde ein öffentlicher Schlüssel 5F49 auf der Kurve P-256 oder P-384</translation>
    </message>
    <message>
        <source>a control reference A6 and a public key 5F49 were expected</source>
        <translation>erwartet wurden eine Steuerreferenz A6 und ein öffentlicher Schlüssel 5F49</translation>
    </message>
    <message>
        <source>a public key 5F49 and a receipt 86 of 16 bytes were expected</source>
        <translation>erwartet wurden ein öffentlicher Schlüssel 5F49 und eine Quittung 86 mit 16 Bytes</translation>
    </message>
    <message>
        <source>the cryptographic library derived no session keys</source>
        <translation>die Kryptobibliothek hat keine Sitzungsschlüssel abgeleitet</translation>
    </message>
    <message>
        <source>the chain of certificates is too long</source>
        <translation>die Zertifikatskette ist zu lang</translation>
    </message>
</context>
<context>
    <name>ScriptedUser</name>
    <message>
        <source>answer %1 has no verdict yes, no, cancel, timeout or too-large</source>
        <translation>Antwort %1 hat kein verdict yes, no, cancel, timeout oder too-large</translation>
    </message>
    <message>
        <source>a JSON list of answers is expected</source>
        <translation>erwartet wird eine JSON-Liste von Antworten</translation>
    </message>
    <message>
        <source>a file of answers has at most 1 MiB</source>
        <translation>eine Datei mit Antworten hat höchstens 1 MiB</translation>
    </message>
</context>
<context>
    <name>Seal</name>
    <message>
        <source>the key that seals cards&apos; keys is not there</source>
        <translation>der Schlüssel, der die Schlüssel von Karten versiegelt, ist nicht da</translation>
    </message>
    <message>
        <source>the key that seals cards&apos; keys cannot be read; 32 bytes were expected</source>
        <translation>der Schlüssel, der die Schlüssel von Karten versiegelt, kann nicht gelesen werden; 32 Byte wurden erwartet</translation>
    </message>
    <message>
        <source>the key that seals cards&apos; keys cannot be written</source>
        <translation>der Schlüssel, der die Schlüssel von Karten versiegelt, kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>OpenSSL could not seal</source>
        <translation>OpenSSL konnte nicht versiegeln</translation>
    </message>
</context>
<context>
    <name>SealedBox</name>
    <message>
        <source>this was sealed with another key, or has been changed since</source>
        <translation>das wurde mit einem anderen Schlüssel versiegelt oder seitdem verändert</translation>
    </message>
    <message>
        <source>the cryptographic library encrypted nothing</source>
        <translation>die kryptografische Bibliothek hat nichts verschlüsselt</translation>
    </message>
</context>
<context>
    <name>SecurityLevel</name>
    <message>
        <source>commands authenticated</source>
        <translation>Befehle authentifiziert</translation>
    </message>
    <message>
        <source>commands authenticated and encrypted</source>
        <translation>Befehle authentifiziert und verschlüsselt</translation>
    </message>
    <message>
        <source>commands and responses authenticated</source>
        <translation>Befehle und Antworten authentifiziert</translation>
    </message>
    <message>
        <source>commands and responses authenticated, commands encrypted</source>
        <translation>Befehle und Antworten authentifiziert, Befehle verschlüsselt</translation>
    </message>
    <message>
        <source>commands and responses authenticated and encrypted</source>
        <translation>Befehle und Antworten authentifiziert und verschlüsselt</translation>
    </message>
</context>
<context>
    <name>ServerScript</name>
    <message>
        <source>&quot;base64&quot; does not hold base64</source>
        <translation>&quot;base64&quot; enthält kein Base64</translation>
    </message>
    <message>
        <source>&quot;data&quot; must be a text; binary values stand in &quot;base64&quot;</source>
        <translation>&quot;data&quot; muss ein Text sein; Binärwerte stehen in &quot;base64&quot;</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>package %1</source>
        <translation>Paket %1</translation>
    </message>
    <message>
        <source>expected a list of commands</source>
        <translation>erwartet wird eine Liste von Kommandos</translation>
    </message>
    <message>
        <source>Atomic and Sequence are nested too deep</source>
        <translation>Atomic und Sequence sind zu tief geschachtelt</translation>
    </message>
    <message>
        <source>%1, command %2</source>
        <translation>%1, Kommando %2</translation>
    </message>
    <message>
        <source>&quot;command&quot; is &quot;%1&quot;, expected Get, Add, Replace, Delete, Copy, Exec, Alert, Atomic or Sequence</source>
        <translation>&quot;command&quot; ist &quot;%1&quot;, erwartet wird Get, Add, Replace, Delete, Copy, Exec, Alert, Atomic oder Sequence</translation>
    </message>
    <message>
        <source>%1 needs a &quot;target&quot;</source>
        <translation>%1 braucht ein &quot;target&quot;</translation>
    </message>
    <message>
        <source>the message holds no command for a client</source>
        <translation>die Nachricht enthält kein Kommando für einen Client</translation>
    </message>
    <message>
        <source>the script has over 64 MiB</source>
        <translation>das Skript hat mehr als 64 MiB</translation>
    </message>
</context>
<context>
    <name>ServerSession</name>
    <message>
        <source>the client takes messages of %1 bytes, the shortest answer has %2</source>
        <translation>der Client nimmt Nachrichten von %1 Byte an, die kürzeste Antwort hat %2</translation>
    </message>
    <message>
        <source>the message was answered long ago, and is not answered again</source>
        <translation>die Nachricht wurde vor langer Zeit beantwortet und wird nicht noch einmal beantwortet</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>The picture would be too large</source>
        <translation>Das Bild würde zu groß</translation>
    </message>
</context>
<context>
    <name>SideSession</name>
    <message>
        <source>a profile needs a tree with values, this document describes one</source>
        <translation>ein Profil braucht einen Baum mit Werten, dieses Dokument beschreibt nur einen</translation>
    </message>
    <message>
        <source>only a card in a reader has files to read and write</source>
        <translation>nur eine Karte in einem Leser hat Dateien zum Lesen und Schreiben</translation>
    </message>
    <message>
        <source>the file&apos;s name must end in .xml, .wbxml, .ddf, .prov, .provwbxml or .json</source>
        <translation>der Dateiname muss auf .xml, .wbxml, .ddf, .prov, .provwbxml oder .json enden</translation>
    </message>
    <message>
        <source>only a card with the DM_SC application shakes hands</source>
        <translation>nur eine Karte mit der DM_SC-Anwendung führt den Handshake aus</translation>
    </message>
    <message>
        <source>the card %1</source>
        <translation>die Karte %1</translation>
    </message>
</context>
<context>
    <name>StateTone</name>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>only on the device</source>
        <translation>nur auf dem Gerät</translation>
    </message>
    <message>
        <source>only on the card</source>
        <translation>nur auf der Karte</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
</context>
<context>
    <name>StatusCode</name>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>item added</source>
        <translation>Eintrag hinzugefügt</translation>
    </message>
    <message>
        <source>accepted for processing</source>
        <translation>zur Bearbeitung angenommen</translation>
    </message>
    <message>
        <source>no content</source>
        <translation>kein Inhalt</translation>
    </message>
    <message>
        <source>authenticated for the session</source>
        <translation>für die Sitzung authentifiziert</translation>
    </message>
    <message>
        <source>chunk accepted</source>
        <translation>Teilstück angenommen</translation>
    </message>
    <message>
        <source>cancelled by the user</source>
        <translation>vom Benutzer abgebrochen</translation>
    </message>
    <message>
        <source>not executed</source>
        <translation>nicht ausgeführt</translation>
    </message>
    <message>
        <source>rolled back with its Atomic</source>
        <translation>mit seinem Atomic zurückgenommen</translation>
    </message>
    <message>
        <source>not modified, the user said no</source>
        <translation>nicht geändert, der Benutzer hat abgelehnt</translation>
    </message>
    <message>
        <source>bad request</source>
        <translation>fehlerhafte Anfrage</translation>
    </message>
    <message>
        <source>unauthorised, credentials are wrong</source>
        <translation>nicht autorisiert, die Zugangsdaten sind falsch</translation>
    </message>
    <message>
        <source>payment required</source>
        <translation>Bezahlung erforderlich</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>verboten</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>command not allowed on this node</source>
        <translation>Befehl auf diesem Knoten nicht erlaubt</translation>
    </message>
    <message>
        <source>optional feature not supported</source>
        <translation>optionale Funktion nicht unterstützt</translation>
    </message>
    <message>
        <source>authentication required</source>
        <translation>Authentifizierung erforderlich</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>size required</source>
        <translation>Größenangabe erforderlich</translation>
    </message>
    <message>
        <source>incomplete command</source>
        <translation>unvollständiger Befehl</translation>
    </message>
    <message>
        <source>request entity too large</source>
        <translation>Anfrage zu groß</translation>
    </message>
    <message>
        <source>URI too long</source>
        <translation>URI zu lang</translation>
    </message>
    <message>
        <source>unsupported Type or Format</source>
        <translation>Type oder Format nicht unterstützt</translation>
    </message>
    <message>
        <source>too big to be displayed</source>
        <translation>zu groß für die Anzeige</translation>
    </message>
    <message>
        <source>retry later</source>
        <translation>später erneut versuchen</translation>
    </message>
    <message>
        <source>exists already</source>
        <translation>schon vorhanden</translation>
    </message>
    <message>
        <source>conflict resolved with the server&apos;s data</source>
        <translation>Konflikt mit den Daten des Servers gelöst</translation>
    </message>
    <message>
        <source>device full</source>
        <translation>Gerät voll</translation>
    </message>
    <message>
        <source>unknown search grammar</source>
        <translation>unbekannte Suchgrammatik</translation>
    </message>
    <message>
        <source>bad CGI</source>
        <translation>fehlerhaftes CGI</translation>
    </message>
    <message>
        <source>soft-delete conflict</source>
        <translation>Konflikt beim Soft-Delete</translation>
    </message>
    <message>
        <source>size mismatch</source>
        <translation>Größe stimmt nicht überein</translation>
    </message>
    <message>
        <source>permission denied by the ACL</source>
        <translation>von der ACL verweigert</translation>
    </message>
    <message>
        <source>command failed</source>
        <translation>Befehl fehlgeschlagen</translation>
    </message>
    <message>
        <source>command not implemented</source>
        <translation>Befehl nicht implementiert</translation>
    </message>
    <message>
        <source>service unavailable</source>
        <translation>Dienst nicht verfügbar</translation>
    </message>
    <message>
        <source>DTD version not supported</source>
        <translation>DTD-Version nicht unterstützt</translation>
    </message>
    <message>
        <source>processing error</source>
        <translation>Verarbeitungsfehler</translation>
    </message>
    <message>
        <source>Atomic failed</source>
        <translation>Atomic fehlgeschlagen</translation>
    </message>
    <message>
        <source>refresh required</source>
        <translation>Auffrischung erforderlich</translation>
    </message>
    <message>
        <source>data store failure</source>
        <translation>Fehler des Datenspeichers</translation>
    </message>
    <message>
        <source>server failure</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>protocol version not supported</source>
        <translation>Protokollversion nicht unterstützt</translation>
    </message>
    <message>
        <source>operation cancelled</source>
        <translation>Operation abgebrochen</translation>
    </message>
    <message>
        <source>roll-back of the Atomic failed</source>
        <translation>Zurücknehmen des Atomic fehlgeschlagen</translation>
    </message>
    <message>
        <source>response to the Atomic too large</source>
        <translation>Antwort auf das Atomic zu groß</translation>
    </message>
    <message>
        <source>answered by another than was asked</source>
        <translation>von anderer Stelle beantwortet</translation>
    </message>
    <message>
        <source>content to be reset</source>
        <translation>Inhalt zurückzusetzen</translation>
    </message>
    <message>
        <source>done in part</source>
        <translation>teilweise ausgeführt</translation>
    </message>
    <message>
        <source>conflict resolved by a merge</source>
        <translation>Konflikt durch Zusammenführen gelöst</translation>
    </message>
    <message>
        <source>conflict resolved with the client&apos;s data</source>
        <translation>Konflikt mit den Daten des Clients gelöst</translation>
    </message>
    <message>
        <source>conflict resolved with a duplicate</source>
        <translation>Konflikt durch ein Duplikat gelöst</translation>
    </message>
    <message>
        <source>deleted without archive</source>
        <translation>ohne Archiv gelöscht</translation>
    </message>
    <message>
        <source>item not deleted, it is not there</source>
        <translation>Eintrag nicht gelöscht, er ist nicht vorhanden</translation>
    </message>
    <message>
        <source>several choices</source>
        <translation>mehrere Möglichkeiten</translation>
    </message>
    <message>
        <source>moved for good</source>
        <translation>dauerhaft verschoben</translation>
    </message>
    <message>
        <source>found elsewhere</source>
        <translation>anderswo gefunden</translation>
    </message>
    <message>
        <source>see elsewhere</source>
        <translation>anderswo zu finden</translation>
    </message>
    <message>
        <source>proxy to be used</source>
        <translation>Proxy zu verwenden</translation>
    </message>
    <message>
        <source>partial item not accepted</source>
        <translation>unvollständiger Eintrag nicht angenommen</translation>
    </message>
    <message>
        <source>item not empty</source>
        <translation>Eintrag nicht leer</translation>
    </message>
    <message>
        <source>move failed</source>
        <translation>Verschieben fehlgeschlagen</translation>
    </message>
    <message>
        <source>bad gateway</source>
        <translation>fehlerhafte Antwort hinter dem Gateway</translation>
    </message>
    <message>
        <source>no answer through the gateway in time</source>
        <translation>keine rechtzeitige Antwort über das Gateway</translation>
    </message>
    <message>
        <source>reserved, of no meaning yet</source>
        <translation>reserviert, noch ohne Bedeutung</translation>
    </message>
    <message>
        <source>synchronisation failed</source>
        <translation>Synchronisierung fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>StatusWord</name>
    <message>
        <source>authentication error</source>
        <translation>Authentifizierungsfehler</translation>
    </message>
    <message>
        <source>warning without further information</source>
        <translation>Warnung ohne weitere Angaben</translation>
    </message>
    <message>
        <source>part of the data may be corrupted</source>
        <translation>ein Teil der Daten ist vielleicht beschädigt</translation>
    </message>
    <message>
        <source>end of file or record before the expected length</source>
        <translation>Ende der Datei oder des Records vor der erwarteten Länge</translation>
    </message>
    <message>
        <source>selected file is deactivated</source>
        <translation>ausgewählte Datei ist deaktiviert</translation>
    </message>
    <message>
        <source>selected file is terminated</source>
        <translation>ausgewählte Datei ist stillgelegt</translation>
    </message>
    <message>
        <source>more data available</source>
        <translation>weitere Daten vorhanden</translation>
    </message>
    <message>
        <source>more data available, proactive command pending</source>
        <translation>weitere Daten vorhanden, proaktiver Befehl wartet</translation>
    </message>
    <message>
        <source>response data available</source>
        <translation>Antwortdaten vorhanden</translation>
    </message>
    <message>
        <source>authentication failed</source>
        <translation>Authentifizierung fehlgeschlagen</translation>
    </message>
    <message>
        <source>more data expected</source>
        <translation>weitere Daten erwartet</translation>
    </message>
    <message>
        <source>more data expected, proactive command pending</source>
        <translation>weitere Daten erwartet, proaktiver Befehl wartet</translation>
    </message>
    <message>
        <source>execution error, memory unchanged</source>
        <translation>Ausführungsfehler, Speicher unverändert</translation>
    </message>
    <message>
        <source>execution error, memory changed</source>
        <translation>Ausführungsfehler, Speicher geändert</translation>
    </message>
    <message>
        <source>memory problem</source>
        <translation>Speicherproblem</translation>
    </message>
    <message>
        <source>wrong length</source>
        <translation>falsche Länge</translation>
    </message>
    <message>
        <source>function of the class byte not supported</source>
        <translation>Funktion des Klassenbytes nicht unterstützt</translation>
    </message>
    <message>
        <source>logical channel not supported</source>
        <translation>logischer Kanal nicht unterstützt</translation>
    </message>
    <message>
        <source>secure messaging not supported</source>
        <translation>Secure Messaging nicht unterstützt</translation>
    </message>
    <message>
        <source>last command of the chain expected</source>
        <translation>letzter Befehl der Kette erwartet</translation>
    </message>
    <message>
        <source>command chaining not supported</source>
        <translation>Befehlsverkettung nicht unterstützt</translation>
    </message>
    <message>
        <source>command not allowed</source>
        <translation>Befehl nicht erlaubt</translation>
    </message>
    <message>
        <source>command incompatible with the file structure</source>
        <translation>Befehl unverträglich mit der Dateistruktur</translation>
    </message>
    <message>
        <source>authentication method blocked</source>
        <translation>Authentifizierungsverfahren gesperrt</translation>
    </message>
    <message>
        <source>referenced data invalidated</source>
        <translation>referenzierte Daten ungültig gemacht</translation>
    </message>
    <message>
        <source>conditions of use not satisfied</source>
        <translation>Nutzungsbedingungen nicht erfüllt</translation>
    </message>
    <message>
        <source>command not allowed, no file selected</source>
        <translation>Befehl nicht erlaubt, keine Datei ausgewählt</translation>
    </message>
    <message>
        <source>secure messaging data object missing</source>
        <translation>Datenobjekt für Secure Messaging fehlt</translation>
    </message>
    <message>
        <source>secure messaging data object wrong</source>
        <translation>Datenobjekt für Secure Messaging falsch</translation>
    </message>
    <message>
        <source>secure channel: security not satisfied</source>
        <translation>sicherer Kanal: Sicherheit nicht erfüllt</translation>
    </message>
    <message>
        <source>incorrect data in the command</source>
        <translation>falsche Daten im Befehl</translation>
    </message>
    <message>
        <source>function not supported</source>
        <translation>Funktion nicht unterstützt</translation>
    </message>
    <message>
        <source>file or application not found</source>
        <translation>Datei oder Anwendung nicht gefunden</translation>
    </message>
    <message>
        <source>record not found</source>
        <translation>Record nicht gefunden</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>nicht genug Speicher</translation>
    </message>
    <message>
        <source>incorrect P1 or P2</source>
        <translation>P1 oder P2 falsch</translation>
    </message>
    <message>
        <source>Lc inconsistent with P1 and P2</source>
        <translation>Lc widerspricht P1 und P2</translation>
    </message>
    <message>
        <source>referenced data not found</source>
        <translation>referenzierte Daten nicht gefunden</translation>
    </message>
    <message>
        <source>file exists already</source>
        <translation>Datei schon vorhanden</translation>
    </message>
    <message>
        <source>application name exists already</source>
        <translation>Anwendungsname schon vorhanden</translation>
    </message>
    <message>
        <source>wrong offset or parameters</source>
        <translation>Offset oder Parameter falsch</translation>
    </message>
    <message>
        <source>instruction not supported</source>
        <translation>Instruktion nicht unterstützt</translation>
    </message>
    <message>
        <source>class not supported</source>
        <translation>Klasse nicht unterstützt</translation>
    </message>
    <message>
        <source>no precise diagnosis</source>
        <translation>keine genaue Diagnose</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>card application toolkit busy</source>
        <translation>Card Application Toolkit beschäftigt</translation>
    </message>
    <message>
        <source>maximum value reached</source>
        <translation>Höchstwert erreicht</translation>
    </message>
    <message>
        <source>security session expired</source>
        <translation>Sicherheitssitzung abgelaufen</translation>
    </message>
    <message>
        <source>verification failed, tries left: %1</source>
        <translation>Prüfung fehlgeschlagen, verbleibende Versuche: %1</translation>
    </message>
    <message>
        <source>ok, %1 more bytes available</source>
        <translation>ok, %1 weitere Bytes vorhanden</translation>
    </message>
    <message>
        <source>wrong Le, %1 bytes available</source>
        <translation>Le falsch, %1 Bytes vorhanden</translation>
    </message>
    <message>
        <source>ok, proactive command of %1 bytes pending</source>
        <translation>ok, proaktiver Befehl von %1 Bytes wartet</translation>
    </message>
    <message>
        <source>ok, with information on the data transfer</source>
        <translation>ok, mit Angaben zur Datenübertragung</translation>
    </message>
    <message>
        <source>warning, memory unchanged</source>
        <translation>Warnung, Speicher unverändert</translation>
    </message>
    <message>
        <source>warning, memory changed</source>
        <translation>Warnung, Speicher geändert</translation>
    </message>
    <message>
        <source>wrong parameters</source>
        <translation>falsche Parameter</translation>
    </message>
    <message>
        <source>unknown status word</source>
        <translation>unbekanntes Statuswort</translation>
    </message>
    <message>
        <source>security status not satisfied, authenticate with sufficient rights first</source>
        <translation>Sicherheitsstatus reicht nicht, zuerst mit ausreichenden Rechten authentisieren</translation>
    </message>
    <message>
        <source>selected file is in termination state</source>
        <translation>gewählte Datei ist im Zustand der Beendigung</translation>
    </message>
    <message>
        <source>no input data available from a sensor</source>
        <translation>keine Eingabedaten eines Sensors verfügbar</translation>
    </message>
    <message>
        <source>at least one of the referenced records is deactivated</source>
        <translation>mindestens einer der genannten Sätze ist deaktiviert</translation>
    </message>
    <message>
        <source>more data available or expected</source>
        <translation>weitere Daten verfügbar oder erwartet</translation>
    </message>
    <message>
        <source>file filled up by the last write</source>
        <translation>Datei durch das letzte Schreiben gefüllt</translation>
    </message>
    <message>
        <source>the card expects an immediate response</source>
        <translation>die Karte erwartet sofort eine Antwort</translation>
    </message>
    <message>
        <source>security-related problem</source>
        <translation>Sicherheitsproblem</translation>
    </message>
    <message>
        <source>Lc inconsistent with the TLV structure</source>
        <translation>Lc passt nicht zur TLV-Struktur</translation>
    </message>
    <message>
        <source>no file selected</source>
        <translation>keine Datei gewählt</translation>
    </message>
    <message>
        <source>offset or record out of range</source>
        <translation>Offset oder Satz außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>file or pattern not found</source>
        <translation>Datei oder Muster nicht gefunden</translation>
    </message>
    <message>
        <source>file inconsistent with the command</source>
        <translation>Datei passt nicht zum Befehl</translation>
    </message>
    <message>
        <source>algorithm not supported</source>
        <translation>Algorithmus nicht unterstützt</translation>
    </message>
    <message>
        <source>key check value is wrong</source>
        <translation>Prüfwert des Schlüssels ist falsch</translation>
    </message>
    <message>
        <source>no PIN initialised</source>
        <translation>keine PIN eingerichtet</translation>
    </message>
    <message>
        <source>access condition not met or PIN wrong</source>
        <translation>Zugriffsbedingung nicht erfüllt oder PIN falsch</translation>
    </message>
    <message>
        <source>contradicts the state of the PIN</source>
        <translation>widerspricht dem Zustand der PIN</translation>
    </message>
    <message>
        <source>contradicts the invalidation of the file</source>
        <translation>widerspricht der Sperrung der Datei</translation>
    </message>
    <message>
        <source>PIN blocked</source>
        <translation>PIN gesperrt</translation>
    </message>
    <message>
        <source>key freshness failure</source>
        <translation>Schlüssel nicht frisch</translation>
    </message>
    <message>
        <source>no memory for the authentication</source>
        <translation>kein Speicher für die Authentisierung</translation>
    </message>
    <message>
        <source>no memory for the key</source>
        <translation>kein Speicher für den Schlüssel</translation>
    </message>
    <message>
        <source>ok after %1 tries of writing</source>
        <translation>ok nach %1 Schreibversuchen</translation>
    </message>
    <message>
        <source>wrong file or parameters</source>
        <translation>falsche Datei oder falsche Parameter</translation>
    </message>
    <message>
        <source>authentication or security problem</source>
        <translation>Problem der Authentisierung oder Sicherheit</translation>
    </message>
    <message>
        <source>error of the data download, %1 bytes of answer available</source>
        <translation>Fehler beim Datendownload, %1 Bytes Antwort vorhanden</translation>
    </message>
    <message>
        <source>security context not supported, or minimum suspension time not met</source>
        <translation>Sicherheitskontext nicht unterstützt, oder Mindestdauer des Ruhezustands nicht eingehalten</translation>
    </message>
</context>
<context>
    <name>SyncBases</name>
    <message>
        <source>a damaged base of a synchronisation cannot be put aside</source>
        <translation>ein beschädigter Stand einer Synchronisation kann nicht beiseitegelegt werden</translation>
    </message>
    <message>
        <source>the folder for bases of synchronisations cannot be made</source>
        <translation>der Ordner für die Stände der Synchronisationen kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>the base of the synchronisation cannot be written</source>
        <translation>der Stand der Synchronisation kann nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>SyncMlText</name>
    <message>
        <source>the root is %1, expected SyncML</source>
        <translation>die Wurzel ist %1, erwartet wird SyncML</translation>
    </message>
    <message>
        <source>more than %1 commands and Items in a message</source>
        <translation>mehr als %1 Befehle und Items in einer Nachricht</translation>
    </message>
    <message>
        <source>Atomic and Sequence nested more than %1 deep</source>
        <translation>Atomic und Sequence mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>%1 is not a DM command</source>
        <translation>%1 ist kein DM-Befehl</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;, expected a number</source>
        <translation>%1 ist &quot;%2&quot;, erwartet wird eine Zahl</translation>
    </message>
    <message>
        <source>the command has no CmdID</source>
        <translation>der Befehl hat keine CmdID</translation>
    </message>
    <message>
        <source>the message has no SyncHdr</source>
        <translation>die Nachricht hat keinen SyncHdr</translation>
    </message>
    <message>
        <source>the message has no SyncBody</source>
        <translation>die Nachricht hat keinen SyncBody</translation>
    </message>
    <message>
        <source>SyncHdr has no MsgID that is a number</source>
        <translation>SyncHdr hat keine MsgID, die eine Zahl ist</translation>
    </message>
    <message>
        <source>%1 is not a DM command and cannot be sent</source>
        <translation>%1 ist kein DM-Befehl und kann nicht gesendet werden</translation>
    </message>
    <message>
        <source>%1 without CmdID cannot be sent</source>
        <translation>%1 ohne CmdID kann nicht gesendet werden</translation>
    </message>
    <message>
        <source>a message without MsgID cannot be sent</source>
        <translation>eine Nachricht ohne MsgID kann nicht gesendet werden</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>the document is %1, expected a SyncML message</source>
        <translation>das Dokument ist %1, erwartet wird eine SyncML-Nachricht</translation>
    </message>
    <message>
        <source>%1 holds octets that XML cannot carry; send it with Format bin or as WBXML</source>
        <translation>%1 enthält Oktette, die XML nicht darstellen kann; mit Format bin oder als WBXML senden</translation>
    </message>
    <message>
        <source>no memory for an XML message of %1 bytes</source>
        <translation>kein Speicher für eine XML-Nachricht von %1 Bytes</translation>
    </message>
    <message>
        <source>the message is not well-formed XML</source>
        <translation>die Nachricht ist kein wohlgeformtes XML</translation>
    </message>
    <message>
        <source>the root is in namespace %1, expected SYNCML:SYNCML1.2</source>
        <translation>die Wurzel ist im Namensraum %1, erwartet wird SYNCML:SYNCML1.2</translation>
    </message>
    <message>
        <source>entity and other DTD declarations are not accepted in a message</source>
        <translation>Entity- und andere DTD-Deklarationen werden in einer Nachricht nicht angenommen</translation>
    </message>
    <message>
        <source>entity &amp;%1; is not defined</source>
        <translation>Entity &amp;%1; ist nicht definiert</translation>
    </message>
    <message>
        <source>the message is not well-formed XML: %1</source>
        <translation>die Nachricht ist kein wohlgeformtes XML: %1</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>XML message of %1 bytes, at most %2 are read</source>
        <translation>XML-Nachricht von %1 Bytes, höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>the message is empty, expected a SyncML document</source>
        <translation>die Nachricht ist leer, erwartet wird ein SyncML-Dokument</translation>
    </message>
    <message>
        <source>CmdID %1 occurs twice in the message</source>
        <translation>CmdID %1 kommt in der Nachricht zweimal vor</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>Tlv</name>
    <message>
        <source>TLV offset %1</source>
        <translation>TLV-Offset %1</translation>
    </message>
    <message>
        <source>a tag was expected, not 00</source>
        <translation>ein Tag wurde erwartet, nicht 00</translation>
    </message>
    <message>
        <source>the tag is cut off, another byte was expected</source>
        <translation>der Tag ist abgeschnitten, ein weiteres Byte wurde erwartet</translation>
    </message>
    <message>
        <source>the second byte of a tag must not be 80</source>
        <translation>das zweite Byte eines Tags darf nicht 80 sein</translation>
    </message>
    <message>
        <source>the tag has more than three bytes</source>
        <translation>der Tag hat mehr als drei Bytes</translation>
    </message>
    <message>
        <source>a length was expected, the data ends</source>
        <translation>eine Länge wurde erwartet, die Daten enden</translation>
    </message>
    <message>
        <source>a length of one to four bytes was expected, not the form %1</source>
        <translation>eine Länge von einem bis vier Bytes wurde erwartet, nicht die Form %1</translation>
    </message>
    <message>
        <source>the length is cut off, %1 bytes were expected</source>
        <translation>die Länge ist abgeschnitten, %1 Bytes wurden erwartet</translation>
    </message>
    <message>
        <source>object %1 announces %2 bytes, %3 are left</source>
        <translation>Objekt %1 kündigt %2 Bytes an, %3 sind übrig</translation>
    </message>
    <message>
        <source>object %1 is primitive, a constructed one was expected</source>
        <translation>Objekt %1 ist primitiv, ein zusammengesetztes wurde erwartet</translation>
    </message>
    <message>
        <source>objects are nested more than %1 deep</source>
        <translation>Objekte sind mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>object %1 should hold a number of 1 to 8 bytes, it has %2</source>
        <translation>Objekt %1 sollte eine Zahl von 1 bis 8 Bytes enthalten, es hat %2</translation>
    </message>
</context>
<context>
    <name>TlvFile</name>
    <message>
        <source>file offset %1</source>
        <translation>Dateioffset %1</translation>
    </message>
</context>
<context>
    <name>TlvMap</name>
    <message>
        <source>a number from 0 to %1 was expected, not &quot;%2&quot;</source>
        <translation>eine Zahl von 0 bis %1 wurde erwartet, nicht „%2“</translation>
    </message>
    <message>
        <source>the file has no place for this node</source>
        <translation>die Datei hat keinen Platz für diesen Knoten</translation>
    </message>
</context>
<context>
    <name>Toolkit</name>
    <message>
        <source>a toolkit command or response is longer than 255 bytes</source>
        <translation>ein Toolkit-Befehl oder eine Antwort darauf ist länger als 255 Byte</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>a toolkit object ends within its length</source>
        <translation>ein Toolkit-Objekt endet in seiner Längenangabe</translation>
    </message>
    <message>
        <source>a toolkit object has a length of one byte, or of two with 81</source>
        <translation>ein Toolkit-Objekt hat eine Länge von einem Byte, oder von zweien mit 81</translation>
    </message>
    <message>
        <source>a toolkit object is longer than what there is</source>
        <translation>ein Toolkit-Objekt ist länger als die vorhandenen Daten</translation>
    </message>
    <message>
        <source>a toolkit object has a tag of one byte from 01 to 7E</source>
        <translation>ein Toolkit-Objekt hat ein Tag von einem Byte von 01 bis 7E</translation>
    </message>
    <message>
        <source>a proactive command has at most 256 bytes</source>
        <translation>ein proaktiver Befehl hat höchstens 256 Byte</translation>
    </message>
    <message>
        <source>a proactive command begins with D0</source>
        <translation>ein proaktiver Befehl beginnt mit D0</translation>
    </message>
    <message>
        <source>there is more after the proactive command</source>
        <translation>nach dem proaktiven Befehl folgt noch etwas</translation>
    </message>
    <message>
        <source>a proactive command begins with its details: number, type, qualifier</source>
        <translation>ein proaktiver Befehl beginnt mit seinen Angaben: Nummer, Typ, Zusatz</translation>
    </message>
    <message>
        <source>a terminal response has at most 255 bytes</source>
        <translation>eine Terminal-Antwort hat höchstens 255 Byte</translation>
    </message>
    <message>
        <source>a terminal response begins with the command&apos;s details</source>
        <translation>eine Terminal-Antwort beginnt mit den Angaben des Befehls</translation>
    </message>
    <message>
        <source>an answer of yes or no is 01 or 00</source>
        <translation>eine Antwort auf Ja oder Nein ist 01 oder 00</translation>
    </message>
    <message>
        <source>a terminal response has a result</source>
        <translation>eine Terminal-Antwort hat ein Ergebnis</translation>
    </message>
    <message>
        <source>the card asks through its toolkit</source>
        <translation>die Karte fragt über ihr Toolkit</translation>
    </message>
    <message>
        <source>the card does not take what was entered</source>
        <translation>die Karte nimmt die Eingabe nicht an</translation>
    </message>
    <message>
        <source>the card does not give out the command that it announced</source>
        <translation>die Karte gibt den angekündigten Befehl nicht heraus</translation>
    </message>
    <message>
        <source>the card refuses the answer to its toolkit command</source>
        <translation>die Karte weist die Antwort auf ihren Toolkit-Befehl zurück</translation>
    </message>
    <message>
        <source>the card has sent more than 100 toolkit commands without an end</source>
        <translation>die Karte hat mehr als 100 Toolkit-Befehle ohne Ende gesendet</translation>
    </message>
    <message>
        <source>a UCS2 text has two bytes a character</source>
        <translation>ein UCS2-Text hat zwei Byte je Zeichen</translation>
    </message>
    <message>
        <source>a coded text ends too early</source>
        <translation>ein codierter Text endet zu früh</translation>
    </message>
    <message>
        <source>a toolkit text has at most 240 bytes</source>
        <translation>ein Toolkit-Text hat höchstens 240 Byte</translation>
    </message>
    <message>
        <source>the coding of a text is not known</source>
        <translation>die Codierung eines Textes ist nicht bekannt</translation>
    </message>
    <message>
        <source>a character of the text is not in the card&apos;s alphabet</source>
        <translation>ein Zeichen des Textes gibt es im Alphabet der Karte nicht</translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>no APDUs, messages or records were found in this file</source>
        <translation>in dieser Datei wurden keine APDUs, Nachrichten oder Aufzeichnungen gefunden</translation>
    </message>
    <message>
        <source>the capture ends in the middle of a packet</source>
        <translation>die Aufzeichnung endet mitten in einem Paket</translation>
    </message>
    <message>
        <source>the capture has no APDUs: expected GSMTAP of type SIM on UDP port 4729</source>
        <translation>die Aufzeichnung enthält keine APDUs; erwartet wird GSMTAP vom Typ SIM auf UDP-Port 4729</translation>
    </message>
    <message>
        <source>the export was stopped</source>
        <translation>der Export wurde abgebrochen</translation>
    </message>
    <message>
        <source>a log of another program is read up to 1 GiB</source>
        <translation>ein Protokoll eines anderen Programms wird bis 1 GiB gelesen</translation>
    </message>
    <message>
        <source>the messages go into a folder that is new or empty</source>
        <translation>die Nachrichten kommen in einen neuen oder leeren Ordner</translation>
    </message>
    <message>
        <source>the folder with the messages could not take its name</source>
        <translation>der Ordner mit den Nachrichten konnte seinen Namen nicht erhalten</translation>
    </message>
    <message>
        <source>there is no DM message in this file</source>
        <translation>in dieser Datei ist keine DM-Nachricht</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>layer, from, to and level are words of a recording</source>
        <translation>layer, from, to und level sind Wörter einer Aufzeichnung</translation>
    </message>
    <message>
        <source>request and response are hexadecimal</source>
        <translation>request und response sind hexadezimal</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>this JSON is no session: expected an object with &quot;records&quot;</source>
        <translation>dieses JSON ist keine Sitzung; erwartet wird ein Objekt mit &quot;records&quot;</translation>
    </message>
    <message>
        <source>this is no line of a log that was saved as text</source>
        <translation>das ist keine Zeile eines als Text gespeicherten Protokolls</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>reading was stopped</source>
        <translation>das Lesen wurde abgebrochen</translation>
    </message>
    <message>
        <source>there are no commands to a card among these rows</source>
        <translation>unter diesen Zeilen sind keine Kommandos an eine Karte</translation>
    </message>
    <message>
        <source>this file is being read; what is written needs another one</source>
        <translation>diese Datei wird gelesen; was geschrieben wird, braucht eine andere</translation>
    </message>
    <message>
        <source>there are no DM messages and receipts among these rows</source>
        <translation>unter diesen Zeilen sind keine DM-Nachrichten und Belege</translation>
    </message>
    <message>
        <source>no is a whole number from 1</source>
        <translation>no ist eine ganze Zahl ab 1</translation>
    </message>
    <message>
        <source>time is a number of seconds</source>
        <translation>time ist eine Zahl von Sekunden</translation>
    </message>
    <message>
        <source>duration is a number of milliseconds</source>
        <translation>duration ist eine Zahl von Millisekunden</translation>
    </message>
    <message>
        <source>exchange is a whole number from 0</source>
        <translation>exchange ist eine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>it is cut off behind line %1: its end is missing</source>
        <translation>sie ist hinter Zeile %1 abgeschnitten: das Ende fehlt</translation>
    </message>
</context>
<context>
    <name>TraceHtml</name>
    <message>
        <source>Sequence ladder</source>
        <translation>Sequenzdiagramm</translation>
    </message>
    <message>
        <source>Session log</source>
        <translation>Sitzungsprotokoll</translation>
    </message>
    <message>
        <source>The picture ends after %1 rows, the table has them all.</source>
        <translation>Das Bild endet nach %1 Zeilen, die Tabelle enthält alle.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Began %1; %2 rows, %3 of them here.</source>
        <translation>Beginn %1; %2 Zeilen, davon %3 hier.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message>
        <source>a Type has at most 1024 bytes</source>
        <translation>ein Type hat höchstens 1024 Bytes</translation>
    </message>
    <message>
        <source>a Title has at most 255 bytes</source>
        <translation>ein Title hat höchstens 255 Bytes</translation>
    </message>
    <message>
        <source>a value has at most 256 MB</source>
        <translation>ein Wert hat höchstens 256 MB</translation>
    </message>
    <message>
        <source>an interior node has no value</source>
        <translation>ein innerer Knoten hat keinen Wert</translation>
    </message>
    <message>
        <source>a tree holds at most 4 GB of text</source>
        <translation>ein Baum enthält höchstens 4 GB Text</translation>
    </message>
    <message>
        <source>a tree holds at most 65535 different Types</source>
        <translation>ein Baum enthält höchstens 65535 verschiedene Types</translation>
    </message>
    <message>
        <source>a tree holds at most 16 million nodes</source>
        <translation>ein Baum enthält höchstens 16 Millionen Knoten</translation>
    </message>
    <message>
        <source>a leaf has no children</source>
        <translation>ein Blatt hat keine Kinder</translation>
    </message>
    <message>
        <source>a tree is at most 128 levels deep</source>
        <translation>ein Baum ist höchstens 128 Ebenen tief</translation>
    </message>
    <message>
        <source>a node of that name is there already</source>
        <translation>einen Knoten mit diesem Namen gibt es hier schon</translation>
    </message>
    <message>
        <source>the root cannot be deleted</source>
        <translation>die Wurzel kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>the root cannot be renamed</source>
        <translation>die Wurzel kann nicht umbenannt werden</translation>
    </message>
    <message>
        <source>a leaf cannot become an interior node, nor the other way round</source>
        <translation>ein Blatt kann kein innerer Knoten werden und ein innerer Knoten kein Blatt</translation>
    </message>
</context>
<context>
    <name>TreeBuilder</name>
    <message>
        <source>a tree is at most 128 levels deep</source>
        <translation>ein Baum ist höchstens 128 Ebenen tief</translation>
    </message>
    <message>
        <source>a tree holds at most 16 million nodes</source>
        <translation>ein Baum enthält höchstens 16 Millionen Knoten</translation>
    </message>
    <message>
        <source>a Type has at most 1024 bytes</source>
        <translation>ein Type hat höchstens 1024 Bytes</translation>
    </message>
    <message>
        <source>a value has at most 256 MB</source>
        <translation>ein Wert hat höchstens 256 MB</translation>
    </message>
    <message>
        <source>the root has no value</source>
        <translation>die Wurzel hat keinen Wert</translation>
    </message>
    <message>
        <source>a Title has at most 255 bytes</source>
        <translation>ein Title hat höchstens 255 Bytes</translation>
    </message>
    <message>
        <source>a leaf has no children</source>
        <translation>ein Blatt hat keine Kinder</translation>
    </message>
    <message>
        <source>two nodes of one name below one parent</source>
        <translation>zwei Knoten mit demselben Namen unter einem Elternknoten</translation>
    </message>
    <message>
        <source>there is no node open that could end</source>
        <translation>kein Knoten ist offen, der enden könnte</translation>
    </message>
    <message>
        <source>the document ends within a node</source>
        <translation>das Dokument endet innerhalb eines Knotens</translation>
    </message>
</context>
<context>
    <name>TreeClient</name>
    <message>
        <source>there is nothing to add</source>
        <translation>es gibt nichts hinzuzufügen</translation>
    </message>
    <message>
        <source>the node to change is not there any more</source>
        <translation>der zu ändernde Knoten ist nicht mehr da</translation>
    </message>
    <message>
        <source>the peer left a command without a Status</source>
        <translation>die Gegenstelle hat einen Befehl ohne Status gelassen</translation>
    </message>
    <message>
        <source>the peer refused the message: %1</source>
        <translation>die Gegenstelle hat die Nachricht abgelehnt: %1</translation>
    </message>
    <message>
        <source>the peer does not give its tree: %1</source>
        <translation>die Gegenstelle gibt ihren Baum nicht heraus: %1</translation>
    </message>
    <message>
        <source>the peer refused a change: %1</source>
        <translation>die Gegenstelle hat eine Änderung abgelehnt: %1</translation>
    </message>
    <message>
        <source>the peer refused the changes</source>
        <translation>die Gegenstelle hat die Änderungen abgelehnt</translation>
    </message>
    <message>
        <source>%1: %2 bytes are free, %3 are needed</source>
        <translation>%1: %2 Byte sind frei, %3 werden gebraucht</translation>
    </message>
    <message>
        <source>%1: %2 bytes are free for MOs of the type %4, %3 are needed</source>
        <translation>%1: %2 Byte sind für MOs vom Typ %4 frei, %3 werden gebraucht</translation>
    </message>
    <message>
        <source>%1: %2 bytes are free in the memory of %4, %3 are needed</source>
        <translation>%1: %2 Byte sind im Speicher von %4 frei, %3 werden gebraucht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Status, reason</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>TreeImage</name>
    <message>
        <source>a node of the unknown Format &quot;%1&quot;</source>
        <translation>ein Knoten mit dem unbekannten Format &quot;%1&quot;</translation>
    </message>
    <message>
        <source>its header entries do not agree with their digest</source>
        <translation>seine Kopfeinträge passen nicht zu ihrem Digest</translation>
    </message>
    <message>
        <source>its nodes do not agree with their digest</source>
        <translation>seine Knoten passen nicht zu ihrem Digest</translation>
    </message>
    <message>
        <source>it has nodes without a parent</source>
        <translation>es hat Knoten ohne Elternknoten</translation>
    </message>
    <message>
        <source>it has no root</source>
        <translation>es hat keine Wurzel</translation>
    </message>
    <message>
        <source>the image is damaged: %1</source>
        <translation>das Abbild ist beschädigt: %1</translation>
    </message>
    <message>
        <source>there is a file of that name already</source>
        <translation>es gibt schon eine Datei mit diesem Namen</translation>
    </message>
    <message>
        <source>the image cannot be written</source>
        <translation>das Abbild kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>there is no such image</source>
        <translation>es gibt kein solches Abbild</translation>
    </message>
    <message>
        <source>this is not an image of a card or a handset</source>
        <translation>das ist kein Abbild einer Karte oder eines Geräts</translation>
    </message>
    <message>
        <source>another program has changed the image; open it again</source>
        <translation>ein anderes Programm hat das Abbild geändert; bitte neu öffnen</translation>
    </message>
    <message>
        <source>a card&apos;s image was expected, this is another kind</source>
        <translation>das Abbild einer Karte wurde erwartet, das hier ist von anderer Art</translation>
    </message>
    <message>
        <source>a handset&apos;s image was expected, this is another kind</source>
        <translation>das Abbild eines Geräts wurde erwartet, das hier ist von anderer Art</translation>
    </message>
    <message>
        <source>an image of version %1 at most was expected, this is version %2</source>
        <translation>ein Abbild von höchstens Version %1 wurde erwartet, dies ist Version %2</translation>
    </message>
    <message>
        <source>the name of a file was expected</source>
        <translation>der Name einer Datei wurde erwartet</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>what cards have replaced cannot be read</source>
        <translation>was Karten ersetzt haben, ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>UiccFiles</name>
    <message>
        <source>the card&apos;s image has no MF</source>
        <translation>das Abbild der Karte hat kein MF</translation>
    </message>
    <message>
        <source>file %1 of the card&apos;s image does not fit its place</source>
        <translation>Datei %1 des Kartenabbilds passt nicht an ihre Stelle</translation>
    </message>
</context>
<context>
    <name>UiccMos</name>
    <message>
        <source>the file could not be read as an MO: %1</source>
        <translation>die Datei ließ sich nicht als MO lesen: %1</translation>
    </message>
    <message>
        <source>objects of this kind are shown only</source>
        <translation>Objekte dieser Art werden nur gezeigt</translation>
    </message>
    <message>
        <source>%1 is in the USIM and in the ISIM: the ISIM&apos;s counts</source>
        <translation>%1 steht im USIM und im ISIM: die des ISIM gilt</translation>
    </message>
    <message>
        <source>the card publishes this MO in several parts, which are read only together</source>
        <translation>die Karte veröffentlicht dieses MO in mehreren Teilen, die nur zusammen gelesen werden</translation>
    </message>
    <message>
        <source>the file has %1 bytes, %2 are needed: resize it first</source>
        <translation>die Datei hat %1 Bytes, gebraucht werden %2: zuerst die Größe ändern</translation>
    </message>
    <message>
        <source>the card has no file for an MO of this Type</source>
        <translation>die Karte hat keine Datei für ein MO dieses Typs</translation>
    </message>
    <message>
        <source>the name of this MO is that of its file</source>
        <translation>der Name dieses MO ist der seiner Datei</translation>
    </message>
    <message>
        <source>left out: the file keeps names and values, nothing else</source>
        <translation>weggelassen: die Datei behält Namen und Werte, sonst nichts</translation>
    </message>
    <message>
        <source>%1 has changed since it was read: read it again</source>
        <translation>%1 hat sich seit dem Lesen geändert: neu lesen</translation>
    </message>
    <message>
        <source>%1: %2 of its %3 parts could be read, so it is left out</source>
        <translation>%1: %2 seiner %3 Teile waren lesbar, darum fehlt es hier</translation>
    </message>
</context>
<context>
    <name>Uri</name>
    <message>
        <source>a node name must not be empty</source>
        <translation>ein Knotenname darf nicht leer sein</translation>
    </message>
    <message>
        <source>a node must not be called . or ..</source>
        <translation>als Knotenname nicht erlaubt: . oder ..</translation>
    </message>
    <message>
        <source>a node name contains neither / nor NUL</source>
        <translation>ein Knotenname enthält weder / noch NUL</translation>
    </message>
    <message>
        <source>a node name must be valid UTF-8</source>
        <translation>ein Knotenname muss gültiges UTF-8 sein</translation>
    </message>
    <message>
        <source>a node name has at most 1024 bytes</source>
        <translation>ein Knotenname hat höchstens 1024 Bytes</translation>
    </message>
    <message>
        <source>the root is written . without a slash</source>
        <translation>die Wurzel wird als . ohne Schrägstrich geschrieben</translation>
    </message>
    <message>
        <source>a URI starts with ./ or a name, not with /</source>
        <translation>eine URI beginnt mit ./ oder einem Namen, nicht mit /</translation>
    </message>
    <message>
        <source>a URI has at most 128 segments</source>
        <translation>eine URI hat höchstens 128 Segmente</translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message>
        <source>Bytes %1 to %2 of %3</source>
        <translation>Bytes %1 bis %2 von %3</translation>
    </message>
    <message>
        <source>%1 are too much to lay out as XML; the limit is %2</source>
        <translation>%1 sind zu viel für die Darstellung als XML; die Grenze ist %2</translation>
    </message>
    <message>
        <source>Elements are nested more than %1 deep</source>
        <translation>Elemente sind mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>Not well-formed XML: line %1, column %2: %3</source>
        <translation>Kein wohlgeformtes XML: Zeile %1, Spalte %2: %3</translation>
    </message>
</context>
<context>
    <name>Vpcd</name>
    <message>
        <source>a card goes only into a virtual reader on this machine; expected 127.0.0.1:PORT, found &quot;%1&quot;</source>
        <translation>eine Karte geht nur in einen virtuellen Leser auf dieser Maschine; erwartet wurde 127.0.0.1:PORT, gefunden „%1“</translation>
    </message>
    <message>
        <source>the card is out of the virtual reader</source>
        <translation>die Karte ist nicht im virtuellen Leser</translation>
    </message>
    <message>
        <source>nobody listens at %1; start pcscd with vpcd (package vsmartcard-vpcd), the card goes in by itself</source>
        <translation>an %1 nimmt niemand an; starten Sie pcscd mit vpcd (Paket vsmartcard-vpcd), die Karte steckt sich dann selbst ein</translation>
    </message>
    <message>
        <source>another card is in the virtual reader at %1; pull that one and this one goes in</source>
        <translation>im virtuellen Leser an %1 steckt eine andere Karte; ziehen Sie jene, dann steckt sich diese ein</translation>
    </message>
    <message>
        <source>the card is in the virtual reader at %1</source>
        <translation>die Karte steckt im virtuellen Leser an %1</translation>
    </message>
    <message>
        <source>a program has sent a command of one byte, which holds the virtual reader at %1; the card goes out and in again to end that</source>
        <translation>ein Programm hat einen Befehl von einem Byte gesendet, der den virtuellen Leser an %1 festhält; die Karte geht heraus und wieder hinein, um das zu beenden</translation>
    </message>
</context>
<context>
    <name>WbxmlText</name>
    <message>
        <source>WBXML document of %1 bytes, at most %2 are read</source>
        <translation>WBXML-Dokument von %1 Bytes, höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>not WBXML 1.1 to 1.3: version byte %1</source>
        <translation>kein WBXML 1.1 bis 1.3: Versionsbyte %1</translation>
    </message>
    <message>
        <source>character set %1, expected UTF-8 (106), US-ASCII (3) or ISO 8859-1 (4)</source>
        <translation>Zeichensatz %1, erwartet wird UTF-8 (106), US-ASCII (3) oder ISO 8859-1 (4)</translation>
    </message>
    <message>
        <source>string table of %1 bytes, but %2 are left</source>
        <translation>String-Tabelle von %1 Bytes, aber %2 sind übrig</translation>
    </message>
    <message>
        <source>unknown public id %1, expected SyncML 1.0 to 1.2, DM-DDF 1.2 or PROV 1.0</source>
        <translation>unbekannte Public-ID %1, erwartet wird SyncML 1.0 bis 1.2, DM-DDF 1.2 oder PROV 1.0</translation>
    </message>
    <message>
        <source>nothing can be read after an error</source>
        <translation>nach einem Fehler kann nichts mehr gelesen werden</translation>
    </message>
    <message>
        <source>%1 bytes follow the end of the document</source>
        <translation>%1 Bytes folgen dem Ende des Dokuments</translation>
    </message>
    <message>
        <source>extension or processing instruction token %1 has no meaning here</source>
        <translation>das Token %1 (Erweiterung oder Verarbeitungsanweisung) hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>end of an element before the first one</source>
        <translation>Ende eines Elements vor dem ersten</translation>
    </message>
    <message>
        <source>text before the first element</source>
        <translation>Text vor dem ersten Element</translation>
    </message>
    <message>
        <source>elements nested more than %1 deep</source>
        <translation>Elemente mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>more than %1 elements</source>
        <translation>mehr als %1 Elemente</translation>
    </message>
    <message>
        <source>unknown attribute token %1 on code page %2</source>
        <translation>unbekanntes Attribut-Token %1 auf Codepage %2</translation>
    </message>
    <message>
        <source>unknown attribute value token %1 on code page %2</source>
        <translation>unbekanntes Attributwert-Token %1 auf Codepage %2</translation>
    </message>
    <message>
        <source>string table references expand to too much text</source>
        <translation>Verweise in die String-Tabelle ergeben zu viel Text</translation>
    </message>
    <message>
        <source>string without the NUL that ends it</source>
        <translation>String ohne das abschließende NUL</translation>
    </message>
    <message>
        <source>string %1 is outside of the string table of %2 bytes</source>
        <translation>String %1 liegt außerhalb der String-Tabelle von %2 Bytes</translation>
    </message>
    <message>
        <source>opaque data of %1 bytes, but %2 are left</source>
        <translation>Opaque-Daten von %1 Bytes, aber %2 sind übrig</translation>
    </message>
    <message>
        <source>entity %1 is not a character</source>
        <translation>Entity %1 ist kein Zeichen</translation>
    </message>
    <message>
        <source>number of more than 32 bits for %1</source>
        <translation>Zahl mit mehr als 32 Bit für %1</translation>
    </message>
    <message>
        <source>the document ends where %1 is expected</source>
        <translation>das Dokument endet, wo %1 erwartet wird</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>an attribute must follow the start of its element</source>
        <translation>ein Attribut muss auf den Beginn seines Elements folgen</translation>
    </message>
    <message>
        <source>attribute %1 has no WBXML token</source>
        <translation>Attribut %1 hat kein WBXML-Token</translation>
    </message>
    <message>
        <source>opaque data of more than 4 GiB</source>
        <translation>Opaque-Daten von mehr als 4 GiB</translation>
    </message>
    <message>
        <source>more elements were ended than started</source>
        <translation>mehr Elemente wurden beendet als begonnen</translation>
    </message>
    <message>
        <source>%1 elements were not ended</source>
        <translation>%1 Elemente wurden nicht beendet</translation>
    </message>
    <message>
        <source>text that holds NUL cannot be an inline string</source>
        <translation>Text mit NUL kann kein Inline-String sein</translation>
    </message>
</context>
<context>
    <name>Where</name>
    <message>
        <source>expected card:FILE, handset:FILE, pcsc:READER or the path of a document, found &quot;%1&quot;</source>
        <translation>card:DATEI, handset:DATEI, pcsc:LESER oder der Pfad eines Dokuments erwartet, &quot;%1&quot; gefunden</translation>
    </message>
</context>
<context>
    <name>Xml</name>
    <message>
        <source>not an XML document: it is empty</source>
        <translation>kein XML-Dokument: es ist leer</translation>
    </message>
    <message>
        <source>not well-formed XML</source>
        <translation>kein wohlgeformtes XML</translation>
    </message>
    <message>
        <source>the document declares the entity &quot;%1&quot;: documents with entities of their own are refused</source>
        <translation>das Dokument deklariert die Entity &quot;%1&quot;: Dokumente mit eigenen Entities werden abgelehnt</translation>
    </message>
    <message>
        <source>not well-formed XML: %1</source>
        <translation>kein wohlgeformtes XML: %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>an XML document has at most 2 GB</source>
        <translation>ein XML-Dokument hat höchstens 2 GB</translation>
    </message>
    <message>
        <source>not an XML document: there is no root element</source>
        <translation>kein XML-Dokument: es gibt kein Wurzelelement</translation>
    </message>
    <message>
        <source>an element has at most %1 attributes</source>
        <translation>ein Element hat höchstens %1 Attribute</translation>
    </message>
</context>
<context>
    <name>dmsc::AccessCard</name>
    <message>
        <source>May do</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The card knows this side as %1: %2</source>
        <comment>entity, role</comment>
        <translation>Die Karte kennt diese Seite als %1: %2</translation>
    </message>
    <message>
        <source>Proved by %1.</source>
        <translation>Nachgewiesen durch %1.</translation>
    </message>
    <message>
        <source>Proved by %1 with %2.</source>
        <comment>method, credential</comment>
        <translation>Nachgewiesen durch %1 mit %2.</translation>
    </message>
    <message>
        <source>Protection: %1</source>
        <translation>Schutz: %1</translation>
    </message>
    <message>
        <source>Nothing: the card&apos;s policy names no right for it.</source>
        <translation>Nichts: Die Regeln der Karte nennen kein Recht dafür.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where, what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (what it stored itself)</source>
        <translation>%1 (was es selbst gespeichert hat)</translation>
    </message>
    <message>
        <source>The card has granted this side no memory of its own.</source>
        <translation>Die Karte hat dieser Seite keinen eigenen Speicher zugeteilt.</translation>
    </message>
    <message>
        <source>Granted %1; used %2; still free %3.</source>
        <translation>Zugeteilt %1; belegt %2; noch frei %3.</translation>
    </message>
    <message>
        <source>The card&apos;s issuer allows it at most %1.</source>
        <translation>Der Kartenherausgeber erlaubt höchstens %1.</translation>
    </message>
    <message>
        <source>The card knows this side as %1</source>
        <comment>role</comment>
        <translation>Die Karte kennt diese Seite als %1</translation>
    </message>
    <message>
        <source>key version %1</source>
        <translation>Schlüsselversion %1</translation>
    </message>
</context>
<context>
    <name>dmsc::AclEditor</name>
    <message>
        <source>Servers that may %1</source>
        <translation>Server mit dem Recht %1</translation>
    </message>
    <message>
        <source>Server ids with + between them, * for everybody. All empty: inherited.</source>
        <translation>Server-IDs, mit + verbunden, * für alle. Alles leer: geerbt.</translation>
    </message>
</context>
<context>
    <name>dmsc::ActionRegistry</name>
    <message>
        <source>there is no action %1</source>
        <translation>es gibt keine Aktion %1</translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot; already</source>
        <translation>%1 gehört schon zu &quot;%2&quot;</translation>
    </message>
</context>
<context>
    <name>dmsc::AddNodeForm</name>
    <message>
        <source>Name of the new node</source>
        <translation>Name des neuen Knotens</translation>
    </message>
    <message>
        <source>Format of the new node</source>
        <translation>Format des neuen Knotens</translation>
    </message>
    <message>
        <source>Type of the new node</source>
        <translation>Type des neuen Knotens</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>MO identifier, or empty</source>
        <translation>MO-Kennung oder leer</translation>
    </message>
</context>
<context>
    <name>dmsc::AddressBar</name>
    <message>
        <source>Node URI</source>
        <translation>Knoten-URI</translation>
    </message>
    <message>
        <source>Node URI, such as ./DevInfo</source>
        <translation>Knoten-URI, etwa ./DevInfo</translation>
    </message>
    <message>
        <source>Enter goes to the node in both trees</source>
        <translation>Die Eingabetaste geht in beiden Bäumen zum Knoten</translation>
    </message>
</context>
<context>
    <name>dmsc::AllocationBar</name>
    <message>
        <source>Memory of the card, to scale</source>
        <translation>Speicher der Karte, maßstäblich</translation>
    </message>
    <message>
        <source>Memory granted to %1</source>
        <translation>%1 zugeteilter Speicher</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>part, role, size</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>before %1 (%2)</source>
        <translation>vorher %1 (%2)</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>benutzt %1</translation>
    </message>
    <message>
        <source>at most %1 by the issuer&apos;s policy</source>
        <translation>höchstens %1 nach den Regeln des Herausgebers</translation>
    </message>
    <message>
        <source>free after this: %1</source>
        <translation>danach frei: %1</translation>
    </message>
</context>
<context>
    <name>dmsc::AskerLine</name>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>not verified: anyone could have sent this</source>
        <translation>nicht geprüft: das kann jeder gesendet haben</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>verified by %1</source>
        <translation>geprüft durch %1</translation>
    </message>
</context>
<context>
    <name>dmsc::BitLine</name>
    <message>
        <source>bit %1</source>
        <translation>Bit %1</translation>
    </message>
    <message>
        <source>bits %1 to %2</source>
        <translation>Bits %1 bis %2</translation>
    </message>
    <message>
        <source>Bits of the selected field</source>
        <translation>Bits des gewählten Felds</translation>
    </message>
    <message>
        <source>Byte %1: %2, %3</source>
        <translation>Byte %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>dmsc::BoolEditor</name>
    <message>
        <source>Value, true or false</source>
        <translation>Wert, wahr oder falsch</translation>
    </message>
</context>
<context>
    <name>dmsc::BytesEditor</name>
    <message>
        <source>Load file...</source>
        <translation>Datei laden...</translation>
    </message>
    <message>
        <source>Save as file...</source>
        <translation>Als Datei speichern...</translation>
    </message>
    <message>
        <source>Value as hexadecimal digits</source>
        <translation>Wert in hexadezimalen Ziffern</translation>
    </message>
    <message>
        <source>Load the value from a file</source>
        <translation>Den Wert aus einer Datei laden</translation>
    </message>
    <message>
        <source>Save the value as a file</source>
        <translation>Den Wert als Datei speichern</translation>
    </message>
    <message>
        <source>Reading %1...</source>
        <translation>%1 wird gelesen...</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>%1, too long to edit by hand; load a file instead</source>
        <translation>%1, zu lang für die Bearbeitung von Hand; laden Sie stattdessen eine Datei</translation>
    </message>
</context>
<context>
    <name>dmsc::CardFileDetails</name>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Allowed when</source>
        <translation>Erlaubt, wenn</translation>
    </message>
    <message>
        <source>What the card says about the file</source>
        <translation>Was die Karte über die Datei sagt</translation>
    </message>
    <message>
        <source>Who may do what with the file</source>
        <translation>Wer was mit der Datei darf</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
</context>
<context>
    <name>dmsc::CardFilesPane</name>
    <message>
        <source>Card whose files are shown</source>
        <translation>Karte, deren Dateien gezeigt werden</translation>
    </message>
    <message>
        <source>Filter of the card&apos;s files</source>
        <translation>Filter der Kartendateien</translation>
    </message>
    <message>
        <source>Filter by name, id, structure or MO</source>
        <translation>Filtern nach Name, Id, Struktur oder MO</translation>
    </message>
    <message>
        <source>Files of the card</source>
        <translation>Dateien der Karte</translation>
    </message>
    <message>
        <source>Columns of the card&apos;s files</source>
        <translation>Spalten der Kartendateien</translation>
    </message>
    <message>
        <source>The files of a card appear here: its applications, sizes, who may read and write them.

Open a card in a reader, or an image of a card.</source>
        <translation>Hier erscheinen die Dateien einer Karte: ihre Anwendungen, Größen, wer sie lesen und schreiben darf.

Öffnen Sie eine Karte in einem Leser oder das Abbild einer Karte.</translation>
    </message>
    <message>
        <source>%1 has no files that could be found.</source>
        <translation>%1 hat keine Dateien, die sich finden ließen.</translation>
    </message>
    <message>
        <source>Nobody has looked for the files of %1 yet. It takes some command pairs for each file.</source>
        <translation>Nach den Dateien von %1 hat noch niemand gesucht. Je Datei braucht es einige Kommandopaare.</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>key, how it stands</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Until the card is reset</source>
        <translation>Bis zum Zurücksetzen der Karte</translation>
    </message>
    <message>
        <source>Enter %1</source>
        <translation>%1 eingeben</translation>
    </message>
    <message>
        <source>It has no content of its own; its files hang below it.</source>
        <translation>Hat keinen eigenen Inhalt; die Dateien hängen darunter.</translation>
    </message>
    <message>
        <source>To read it the card wants: %1. %2: %3.</source>
        <translation>Zum Lesen verlangt die Karte: %1. %2: %3.</translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation>Noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Wird gelesen...</translation>
    </message>
    <message>
        <source>More keys</source>
        <translation>Weitere Schlüssel</translation>
    </message>
    <message>
        <source>Change a key</source>
        <translation>Schlüssel ändern</translation>
    </message>
    <message>
        <source>Change %1...</source>
        <translation>%1 ändern...</translation>
    </message>
    <message>
        <source>Unblock %1 with its PUK...</source>
        <translation>%1 mit der PUK entsperren...</translation>
    </message>
    <message>
        <source>Only unblocking helps</source>
        <translation>Nur Entsperren hilft</translation>
    </message>
</context>
<context>
    <name>dmsc::CardFlows</name>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>%1 is verified until the card is reset</source>
        <translation>%1 ist geprüft, bis die Karte zurückgesetzt wird</translation>
    </message>
    <message>
        <source>the card wants it before %1 is read</source>
        <translation>die Karte verlangt sie, bevor %1 gelesen wird</translation>
    </message>
    <message>
        <source>the card wants it before %1 is changed</source>
        <translation>die Karte verlangt sie, bevor %1 geändert wird</translation>
    </message>
    <message>
        <source>%1 has its new value</source>
        <translation>%1 hat den neuen Wert</translation>
    </message>
</context>
<context>
    <name>dmsc::CardSlot</name>
    <message>
        <source>Open an emulated handset on the device side first, as the demo desk has one</source>
        <translation>Zuerst auf der Geräteseite ein emuliertes Gerät öffnen, etwa das der Demo</translation>
    </message>
</context>
<context>
    <name>dmsc::CommandModel</name>
    <message>
        <source>not available now</source>
        <translation>jetzt nicht verfügbar</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>dmsc::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Type words of a command, in any order</source>
        <translation>Wörter eines Befehls eingeben, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Kein Befehl enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>dmsc::ComparePane</name>
    <message>
        <source>No row passes the filter. Escape in the filter field clears it.</source>
        <translation>Keine Zeile passt zum Filter. Esc im Filterfeld löscht ihn.</translation>
    </message>
    <message>
        <source>Open a handset, a card or a document</source>
        <translation>Gerät, Karte oder Dokument öffnen</translation>
    </message>
    <message>
        <source>Neither side shows a node %1</source>
        <translation>Keine Seite zeigt einen Knoten %1</translation>
    </message>
    <message>
        <source>A device&apos;s tree stands on one side, a card&apos;s MO store on the other.
Files can also be dropped here.</source>
        <translation>Auf der einen Seite steht der Baum eines Geräts, auf der anderen der MO-Speicher einer Karte.
Dateien können auch hier abgelegt werden.</translation>
    </message>
</context>
<context>
    <name>dmsc::CompareView</name>
    <message>
        <source>Device and card, row by row</source>
        <translation>Gerät und Karte, Zeile für Zeile</translation>
    </message>
    <message>
        <source>No differences are shown</source>
        <translation>Es werden keine Unterschiede gezeigt</translation>
    </message>
    <message>
        <source>Copy to the card</source>
        <translation>Auf die Karte kopieren</translation>
    </message>
    <message>
        <source>Copy to the device</source>
        <translation>Auf das Gerät kopieren</translation>
    </message>
    <message>
        <source>Open on the device side</source>
        <translation>Auf der Geräteseite öffnen</translation>
    </message>
    <message>
        <source>Open on the card side</source>
        <translation>Auf der Kartenseite öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s) to the device</source>
        <translation>
            <numerusform>%n Zeile auf das Gerät kopieren</numerusform>
            <numerusform>%n Zeilen auf das Gerät kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s) to the card</source>
        <translation>
            <numerusform>%n Zeile auf die Karte kopieren</numerusform>
            <numerusform>%n Zeilen auf die Karte kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Continued from the first difference</source>
        <translation>Beim ersten Unterschied fortgesetzt</translation>
    </message>
    <message>
        <source>Continued from the last difference</source>
        <translation>Beim letzten Unterschied fortgesetzt</translation>
    </message>
    <message>
        <source>%1 is deleted when the plan is applied</source>
        <translation>%1 wird gelöscht, wenn der Plan angewendet wird</translation>
    </message>
</context>
<context>
    <name>dmsc::ConflictView</name>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Use &amp;base</source>
        <translation>&amp;Basis nehmen</translation>
    </message>
    <message>
        <source>&gt; Use &amp;device</source>
        <translation>&gt; &amp;Gerät nehmen</translation>
    </message>
    <message>
        <source>&lt; Use &amp;card</source>
        <translation>&lt; &amp;Karte nehmen</translation>
    </message>
    <message>
        <source>Leave &amp;open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
    <message>
        <source>All from the base</source>
        <translation>Alles von der Basis</translation>
    </message>
    <message>
        <source>All from the device</source>
        <translation>Alles vom Gerät</translation>
    </message>
    <message>
        <source>All from the card</source>
        <translation>Alles von der Karte</translation>
    </message>
    <message>
        <source>As the policies suggest</source>
        <translation>Wie es die Regeln vorschlagen</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Alle nehmen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriger</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Previous conflict (Shift+F7)</source>
        <translation>Vorheriger Konflikt (Umschalt+F7)</translation>
    </message>
    <message>
        <source>Next conflict (F7)</source>
        <translation>Nächster Konflikt (F7)</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>Keine Konflikte</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s), all decided</source>
        <translation>
            <numerusform>%n Konflikt, entschieden</numerusform>
            <numerusform>%n Konflikte, alle entschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n noch offen</numerusform>
            <numerusform>%n noch offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a conflict first</source>
        <translation>Zuerst einen Konflikt auswählen</translation>
    </message>
    <message>
        <source>There is no base: these two sides meet for the first time</source>
        <translation>Es gibt keine Basis: diese beiden Seiten treffen sich zum ersten Mal</translation>
    </message>
</context>
<context>
    <name>dmsc::CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left to answer</source>
        <translation>
            <numerusform>Noch %n Sekunde zum Antworten</numerusform>
            <numerusform>Noch %n Sekunden zum Antworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::CredentialPage</name>
    <message>
        <source>With which credential?</source>
        <translation>Mit welchem Nachweis?</translation>
    </message>
    <message>
        <source>What proves to the card that this is: %1. Method: %2.</source>
        <translation>Womit der Karte nachgewiesen wird, dass dies ist: %1. Verfahren: %2.</translation>
    </message>
    <message>
        <source>These are the demo desk&apos;s published test keys. Everybody has them: they protect nothing.</source>
        <translation>Das sind die veröffentlichten Testschlüssel der Demo. Jeder hat sie: Sie schützen nichts.</translation>
    </message>
    <message>
        <source>Unlock your credentials before this one can be used.</source>
        <translation>Entsperren Sie Ihre Nachweise, bevor dieser verwendet werden kann.</translation>
    </message>
</context>
<context>
    <name>dmsc::CredentialPane</name>
    <message>
        <source>Your own credentials are &amp;locked:</source>
        <translation>Ihre eigenen Nachweise sind &amp;gesperrt:</translation>
    </message>
    <message>
        <source>Passphrase of your credentials</source>
        <translation>Passphrase Ihrer Nachweise</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importieren...</translation>
    </message>
    <message>
        <source>&amp;Remove...</source>
        <translation>E&amp;ntfernen...</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>Columns of the credentials</source>
        <translation>Spalten der Nachweise</translation>
    </message>
    <message>
        <source>Enter the passphrase first</source>
        <translation>Geben Sie zuerst die Passphrase ein</translation>
    </message>
    <message>
        <source>Unlock your credentials first</source>
        <translation>Entsperren Sie zuerst Ihre Nachweise</translation>
    </message>
    <message>
        <source>PKCS#12, PEM with key and certificates, or a key set as JSON</source>
        <translation>PKCS#12, PEM mit Schlüssel und Zertifikaten oder ein Schlüsselsatz als JSON</translation>
    </message>
    <message>
        <source>Select a credential first</source>
        <translation>Wählen Sie zuerst einen Nachweis</translation>
    </message>
    <message>
        <source>The demo desk&apos;s are part of the program</source>
        <translation>Die der Demo gehören zum Programm</translation>
    </message>
    <message>
        <source>Import a credential</source>
        <translation>Nachweis importieren</translation>
    </message>
    <message>
        <source>Credentials (*.p12 *.pfx *.pem *.key *.crt *.json)</source>
        <translation>Nachweise (*.p12 *.pfx *.pem *.key *.crt *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Remove a credential</source>
        <translation>Nachweis entfernen</translation>
    </message>
    <message>
        <source>Remove %1? It cannot be brought back from here.</source>
        <translation>%1 entfernen? Von hier aus lässt es sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>dmsc::CredentialsDialog</name>
    <message>
        <source>Credentials</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>What the workbench proves itself with to cards. Your own are kept in one file, each encrypted under your passphrase.</source>
        <translation>Womit sich die Werkbank Karten gegenüber ausweist. Ihre eigenen liegen in einer Datei, jeder verschlüsselt unter Ihrer Passphrase.</translation>
    </message>
</context>
<context>
    <name>dmsc::DecisionPane</name>
    <message>
        <source>Nothing was decided yet. What the handset asks and how it was answered is kept here.</source>
        <translation>Noch wurde nichts entschieden. Hier steht, was das Gerät fragt und wie geantwortet wurde.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Widerrufen</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Select a decision first</source>
        <translation>Zuerst eine Entscheidung auswählen</translation>
    </message>
    <message>
        <source>It was revoked already</source>
        <translation>Sie ist bereits widerrufen</translation>
    </message>
    <message>
        <source>Take this decision back: what is there by it alone leaves the device</source>
        <translation>Diese Entscheidung zurücknehmen: was allein durch sie da ist, verlässt das Gerät</translation>
    </message>
</context>
<context>
    <name>dmsc::DeskController</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is open for reading only</source>
        <translation>%1 ist nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>Both sides are the same here: there is nothing to copy</source>
        <translation>Beide Seiten sind hier gleich: Es gibt nichts zu kopieren</translation>
    </message>
    <message>
        <source>copy %1 to the card</source>
        <translation>%1 auf die Karte kopieren</translation>
    </message>
    <message>
        <source>copy %1 to the device</source>
        <translation>%1 auf das Gerät kopieren</translation>
    </message>
    <message>
        <source>delete %1 on the card</source>
        <translation>%1 auf der Karte löschen</translation>
    </message>
    <message>
        <source>delete %1 on the device</source>
        <translation>%1 auf dem Gerät löschen</translation>
    </message>
    <message numerus="yes">
        <source>remove %n operation(s) from the plan</source>
        <translation>
            <numerusform>%n Operation aus dem Plan entfernen</numerusform>
            <numerusform>%n Operationen aus dem Plan entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>apply %n operation(s)</source>
        <translation>
            <numerusform>%n Operation anwenden</numerusform>
            <numerusform>%n Operationen anwenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) no longer fit and were taken out of the plan</source>
        <translation>
            <numerusform>%n Operation passte nicht mehr und wurde aus dem Plan genommen</numerusform>
            <numerusform>%n Operationen passten nicht mehr und wurden aus dem Plan genommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a card or a document on the card side first</source>
        <translation>Zuerst auf der Kartenseite eine Karte oder ein Dokument öffnen</translation>
    </message>
    <message>
        <source>Open a handset or a document on the device side first</source>
        <translation>Zuerst auf der Geräteseite ein Handgerät oder ein Dokument öffnen</translation>
    </message>
</context>
<context>
    <name>dmsc::DetailsPane</name>
    <message>
        <source>Properties of both sides</source>
        <translation>Eigenschaften beider Seiten</translation>
    </message>
    <message>
        <source>Edit on device</source>
        <translation>Am Gerät ändern</translation>
    </message>
    <message>
        <source>Edit on card</source>
        <translation>Auf Karte ändern</translation>
    </message>
    <message>
        <source>Value...</source>
        <translation>Wert...</translation>
    </message>
    <message>
        <source>Title...</source>
        <translation>Title...</translation>
    </message>
    <message>
        <source>Type...</source>
        <translation>Type...</translation>
    </message>
    <message>
        <source>ACL...</source>
        <translation>ACL...</translation>
    </message>
    <message>
        <source>Rename...</source>
        <translation>Umbenennen...</translation>
    </message>
    <message>
        <source>Add a node below...</source>
        <translation>Knoten darunter hinzufügen...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>There is no such node on this side</source>
        <translation>Auf dieser Seite gibt es keinen solchen Knoten</translation>
    </message>
    <message>
        <source>This side is open for reading only</source>
        <translation>Diese Seite ist nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>Change the value, or another property by the arrow</source>
        <translation>Den Wert ändern, oder über den Pfeil eine andere Eigenschaft</translation>
    </message>
    <message>
        <source>A leaf has no children; select the node above</source>
        <translation>Ein Blatt hat keine Kinder; wählen Sie den Knoten darüber</translation>
    </message>
    <message>
        <source>The properties and the value of the selected row appear here.

Select a row in the trees.</source>
        <translation>Hier stehen Eigenschaften und Wert der ausgewählten Zeile.

Wählen Sie in den Bäumen eine Zeile aus.</translation>
    </message>
</context>
<context>
    <name>dmsc::EditPanel</name>
    <message>
        <source>Add to plan</source>
        <translation>In den Plan aufnehmen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the edit</source>
        <translation>Die Bearbeitung verwerfen</translation>
    </message>
    <message>
        <source>Add the edit to the plan</source>
        <translation>Die Bearbeitung in den Plan aufnehmen</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch wurde nichts geändert</translation>
    </message>
    <message>
        <source>Value of %1 on the device</source>
        <translation>Wert von %1 auf dem Gerät</translation>
    </message>
    <message>
        <source>Value of %1 on the card</source>
        <translation>Wert von %1 auf der Karte</translation>
    </message>
    <message>
        <source>ACL of %1 on the device</source>
        <translation>ACL von %1 auf dem Gerät</translation>
    </message>
    <message>
        <source>ACL of %1 on the card</source>
        <translation>ACL von %1 auf der Karte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>%1 of %2 on the device</source>
        <translation>%1 von %2 auf dem Gerät</translation>
    </message>
    <message>
        <source>%1 of %2 on the card</source>
        <translation>%1 von %2 auf der Karte</translation>
    </message>
    <message>
        <source>New node below %1 on the device</source>
        <translation>Neuer Knoten unter %1 auf dem Gerät</translation>
    </message>
    <message>
        <source>New node below %1 on the card</source>
        <translation>Neuer Knoten unter %1 auf der Karte</translation>
    </message>
</context>
<context>
    <name>dmsc::ExportForm</name>
    <message>
        <source>With &amp;secrets: PINs, keys, nonces</source>
        <translation>Mit &amp;Geheimnissen: PINs, Schlüssel, Nonces</translation>
    </message>
    <message>
        <source>Export rows of the log</source>
        <translation>Zeilen des Protokolls ausgeben</translation>
    </message>
    <message>
        <source>What the filter shows</source>
        <translation>Was der Filter zeigt</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>The selected rows</source>
        <translation>Die ausgewählten Zeilen</translation>
    </message>
    <message>
        <source>Left out they are dots; with them everybody who has the file can use them</source>
        <translation>Weggelassen stehen dort Punkte; mit ihnen kann jeder sie benutzen, der die Datei hat</translation>
    </message>
    <message>
        <source>Choose the &amp;file...</source>
        <translation>&amp;Datei wählen...</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>&amp;Als</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Welche Zeilen</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Geschrieben als</translation>
    </message>
</context>
<context>
    <name>dmsc::ExtentStrip</name>
    <message numerus="yes">
        <source>%n extent(s) of at most 32,767 bytes: %1</source>
        <translation>
            <numerusform>%n Stück von höchstens 32.767 Bytes: %1</numerusform>
            <numerusform>%n Stücke von höchstens 32.767 Bytes: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::FilterBar</name>
    <message>
        <source>Filter by text or URI pattern</source>
        <translation>Nach Text oder URI-Muster filtern</translation>
    </message>
    <message>
        <source>Filter: text, or a pattern such as ./AP/*/Addr</source>
        <translation>Filter: Text oder ein Muster wie ./AP/*/Addr</translation>
    </message>
    <message>
        <source>Text is looked for in names and values; * and ? make it a pattern for URIs</source>
        <translation>Text wird in Namen und Werten gesucht; * und ? machen ihn zum Muster für URIs</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Rows that this entity stored on the card</source>
        <translation>Zeilen, die diese Instanz auf der Karte gespeichert hat</translation>
    </message>
    <message>
        <source>Stored by</source>
        <translation>Gespeichert von</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>dmsc::FindBar</name>
    <message>
        <source>Find in the session log</source>
        <translation>Im Sitzungsprotokoll suchen</translation>
    </message>
    <message>
        <source>Find in name, target, status, layer or comment</source>
        <translation>In Name, Ziel, Status, Schicht oder Kommentar suchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, from the other end</source>
        <translation>%1, vom anderen Ende</translation>
    </message>
</context>
<context>
    <name>dmsc::FlowMenu</name>
    <message>
        <source>Run flow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>How flows are run</source>
        <translation>Wie Abläufe ausgeführt werden</translation>
    </message>
    <message>
        <source>Who answers for the user</source>
        <translation>Wer für den Benutzer antwortet</translation>
    </message>
    <message>
        <source>Ask on the handset&apos;s screen</source>
        <translation>Auf dem Bildschirm des Geräts fragen</translation>
    </message>
    <message>
        <source>Always yes</source>
        <translation>Immer ja</translation>
    </message>
    <message>
        <source>Always no</source>
        <translation>Immer nein</translation>
    </message>
    <message>
        <source>DM messages</source>
        <translation>DM-Nachrichten</translation>
    </message>
    <message>
        <source>DM messages as WBXML</source>
        <translation>DM-Nachrichten als WBXML</translation>
    </message>
    <message>
        <source>Otherwise they are written as XML</source>
        <translation>Andernfalls werden sie als XML geschrieben</translation>
    </message>
    <message>
        <source>DM server: emulated...</source>
        <translation>DM-Server: emuliert...</translation>
    </message>
    <message>
        <source>DM server: %1...</source>
        <translation>DM-Server: %1...</translation>
    </message>
    <message>
        <source>The DM server is emulated in this program</source>
        <translation>Der DM-Server wird in diesem Programm emuliert</translation>
    </message>
    <message>
        <source>DM server</source>
        <translation>DM-Server</translation>
    </message>
    <message>
        <source>URL of the DM server; nothing for the emulated one:</source>
        <translation>URL des DM-Servers; leer für den emulierten:</translation>
    </message>
</context>
<context>
    <name>dmsc::FlowPanel</name>
    <message>
        <source>Show in &amp;log</source>
        <translation>Im &amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>Steps of the flow</source>
        <translation>Schritte des Ablaufs</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How the flow is played: at once, at a speed, or step by step</source>
        <translation>Wie der Ablauf abgespielt wird: sofort, in einem Tempo oder schrittweise</translation>
    </message>
    <message>
        <source>Here a use case is drawn as it goes: who says what to whom, step by step.</source>
        <translation>Hier wird ein Anwendungsfall im Ablauf gezeichnet: wer wem was sagt, Schritt für Schritt.</translation>
    </message>
    <message>
        <source>You stopped it. Nothing is half done.</source>
        <translation>Angehalten. Nichts ist halb ausgeführt.</translation>
    </message>
    <message>
        <source>Go to the rows of the log that carried this step</source>
        <translation>Zu den Protokollzeilen gehen, die diesen Schritt getragen haben</translation>
    </message>
    <message>
        <source>Select a step that was sent to somebody</source>
        <translation>Einen Schritt auswählen, der an jemanden gesendet wurde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln DM message(s), %1 bytes, %2</source>
        <comment>%2 is a number of command pairs</comment>
        <translation>
            <numerusform>%Ln DM-Nachricht, %1 Byte, %2</numerusform>
            <numerusform>%Ln DM-Nachrichten, %1 Byte, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln command pair(s)</source>
        <translation>
            <numerusform>%Ln Befehlspaar</numerusform>
            <numerusform>%Ln Befehlspaare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::GoToBar</name>
    <message>
        <source>Number of the row to go to</source>
        <translation>Nummer der Zeile, zu der es geht</translation>
    </message>
    <message>
        <source>Go to row</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Enter goes there, Escape stays here</source>
        <translation>Enter geht hin, Escape bleibt hier</translation>
    </message>
</context>
<context>
    <name>dmsc::GrantForm</name>
    <message>
        <source>Granted, in blocks</source>
        <translation>Zugeteilt, in Blöcken</translation>
    </message>
    <message>
        <source> blocks</source>
        <translation> Blöcke</translation>
    </message>
    <message>
        <source>Granted, in kilobytes</source>
        <translation>Zugeteilt, in Kilobyte</translation>
    </message>
    <message>
        <source> kB</source>
        <translation> kB</translation>
    </message>
    <message>
        <source>Release what is not used</source>
        <translation>Unbenutztes zurückgeben</translation>
    </message>
    <message>
        <source>Delete all that it stored</source>
        <translation>Alles löschen, was sie gespeichert hat</translation>
    </message>
    <message>
        <source>Used %1, at most %2</source>
        <translation>Benutzt %1, höchstens %2</translation>
    </message>
    <message>
        <source>All that is granted is used</source>
        <translation>Alles Zugeteilte ist benutzt</translation>
    </message>
    <message>
        <source>Its nodes go and its whole grant comes back, once the queue is applied</source>
        <translation>Ihre Knoten verschwinden und ihre ganze Zuteilung kommt zurück, sobald die Änderungen ausgeführt werden</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Zuteilung</translation>
    </message>
</context>
<context>
    <name>dmsc::HandsetPanel</name>
    <message>
        <source>Handset</source>
        <translation>Handgerät</translation>
    </message>
    <message>
        <source>Screen or decisions</source>
        <translation>Bildschirm oder Entscheidungen</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Decisions (%1)</source>
        <translation>Entscheidungen (%1)</translation>
    </message>
</context>
<context>
    <name>dmsc::HandsetPlace</name>
    <message>
        <source>The handset asks</source>
        <translation>Das Gerät fragt</translation>
    </message>
</context>
<context>
    <name>dmsc::HandsetScreen</name>
    <message>
        <source>Screen of the handset</source>
        <translation>Bildschirm des Geräts</translation>
    </message>
</context>
<context>
    <name>dmsc::HandshakeFlows</name>
    <message>
        <source>Write the receipt of this session</source>
        <translation>Quittung dieser Sitzung schreiben</translation>
    </message>
    <message>
        <source>Receipt, CMS SignedData (*.p7s)</source>
        <translation>Quittung, CMS SignedData (*.p7s)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 does not carry the DM_SC application</source>
        <translation>%1 trägt die Anwendung DM_SC nicht</translation>
    </message>
    <message>
        <source>Open a card with the DM_SC application first</source>
        <translation>Öffnen Sie zuerst eine Karte mit der Anwendung DM_SC</translation>
    </message>
    <message>
        <source>No session is open: shake hands first</source>
        <translation>Keine Sitzung ist offen: zuerst ein Handshake</translation>
    </message>
    <message>
        <source>With %1 there is no receipt: it needs certificates on both sides</source>
        <translation>Mit %1 gibt es keine Quittung: Sie braucht Zertifikate auf beiden Seiten</translation>
    </message>
    <message>
        <source>The handshake&apos;s card is not open any more</source>
        <translation>Die Karte des Handshakes ist nicht mehr geöffnet</translation>
    </message>
    <message>
        <source>The receipt is in %1, but a signature does not hold</source>
        <translation>Die Quittung steht in %1, aber eine Unterschrift hält nicht stand</translation>
    </message>
    <message>
        <source>The receipt is in %1: signed by %2 and by the card, %3, up to here. The session goes on.</source>
        <translation>Der Beleg steht in %1: bis hier unterschrieben von %2 und von der Karte, %3. Die Sitzung geht weiter.</translation>
    </message>
</context>
<context>
    <name>dmsc::HandshakeWizard</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Handshake with %1</source>
        <translation>Handshake mit %1</translation>
    </message>
    <message>
        <source>&amp;Shake hands</source>
        <translation>&amp;Handshake beginnen</translation>
    </message>
    <message>
        <source>Export a test vector</source>
        <translation>Testvektor exportieren</translation>
    </message>
    <message>
        <source>The file will contain the session keys of this run.</source>
        <translation>Die Datei wird die Sitzungsschlüssel dieses Laufs enthalten.</translation>
    </message>
    <message>
        <source>Who has it can read and forge this session. With real credentials, shake hands again before you go on working.</source>
        <translation>Wer sie hat, kann diese Sitzung lesen und fälschen. Beginnen Sie mit echten Nachweisen einen neuen Handshake, bevor Sie weiterarbeiten.</translation>
    </message>
    <message>
        <source>Choose a file...</source>
        <translation>Datei wählen...</translation>
    </message>
    <message>
        <source>Test vector (*.json)</source>
        <translation>Testvektor (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The test vector is in %1; it contains session keys</source>
        <translation>Der Testvektor steht in %1; er enthält Sitzungsschlüssel</translation>
    </message>
</context>
<context>
    <name>dmsc::HexView</name>
    <message>
        <source>Bytes of the selected row</source>
        <translation>Bytes der ausgewählten Zeile</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation>%1, %2 Bytes</translation>
    </message>
    <message>
        <source>%1 bytes of request, %2 bytes of response</source>
        <translation>%1 Bytes Anfrage, %2 Bytes Antwort</translation>
    </message>
    <message>
        <source>%1, bytes %2 to %3: %4</source>
        <translation>%1, Bytes %2 bis %3: %4</translation>
    </message>
    <message>
        <source>The bytes of the selected row will stand here.</source>
        <translation>Hier stehen die Bytes der gewählten Zeile.</translation>
    </message>
    <message>
        <source>This row carries no bytes.</source>
        <translation>Diese Zeile hat keine Bytes.</translation>
    </message>
</context>
<context>
    <name>dmsc::HintBar</name>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Got it, close this hint</source>
        <translation>Verstanden, diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation>Keine Hinweise mehr</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Device on the left, card on the right, equal nodes in one row. F7 goes to the next difference.</source>
        <translation>Links das Gerät, rechts die Karte, gleiche Knoten in einer Zeile. F7 geht zum nächsten Unterschied.</translation>
    </message>
    <message>
        <source>Alt+Right copies the row to the card, Alt+Left to the device. It is only planned until you apply.</source>
        <translation>Alt+Rechts kopiert die Zeile auf die Karte, Alt+Links auf das Gerät. Bis zum Anwenden ist das nur geplant.</translation>
    </message>
    <message>
        <source>Ctrl+K finds every command by its words.</source>
        <translation>Strg+K findet jeden Befehl anhand seiner Wörter.</translation>
    </message>
    <message>
        <source>Device on the right, card on the left, equal nodes in one row. F7 goes to the next difference.</source>
        <translation>Rechts das Gerät, links die Karte, gleiche Knoten in einer Zeile. F7 geht zum nächsten Unterschied.</translation>
    </message>
    <message>
        <source>Alt+Left copies the row to the card, Alt+Right to the device. It is only planned until you apply.</source>
        <translation>Alt+Links kopiert die Zeile auf die Karte, Alt+Rechts auf das Gerät. Bis zum Anwenden ist es nur geplant.</translation>
    </message>
</context>
<context>
    <name>dmsc::IdlePage</name>
    <message>
        <source>Nobody asks anything.</source>
        <translation>Niemand fragt etwas.</translation>
    </message>
    <message>
        <source>No handset is open</source>
        <translation>Kein Gerät ist geöffnet</translation>
    </message>
</context>
<context>
    <name>dmsc::ImportForm</name>
    <message>
        <source>Passphrase of the file</source>
        <translation>Passphrase der Datei</translation>
    </message>
    <message>
        <source>New passphrase for your credentials</source>
        <translation>Neue Passphrase für Ihre Nachweise</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>Die neue Passphrase noch einmal</translation>
    </message>
    <message>
        <source>&amp;New passphrase for your credentials:</source>
        <translation>&amp;Neue Passphrase für Ihre Nachweise:</translation>
    </message>
    <message>
        <source>The same a&amp;gain:</source>
        <translation>N&amp;och einmal:</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Name of the credential</source>
        <translation>Name des Nachweises</translation>
    </message>
    <message>
        <source>Whom the credential stands for</source>
        <translation>Für wen der Nachweis steht</translation>
    </message>
    <message>
        <source>empty where the file has none</source>
        <translation>leer, wenn die Datei keine hat</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Nicht importieren</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>&amp;Stands for:</source>
        <translation>Steht &amp;für:</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the file:</source>
        <translation>&amp;Passphrase der Datei:</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Give it a name first</source>
        <translation>Geben Sie ihm zuerst einen Namen</translation>
    </message>
    <message>
        <source>The new passphrase needs at least %1 characters</source>
        <translation>Die neue Passphrase braucht mindestens %1 Zeichen</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same</source>
        <translation>Die beiden neuen Passphrasen sind nicht gleich</translation>
    </message>
</context>
<context>
    <name>dmsc::IssueList</name>
    <message>
        <source>Warnings and errors of the session log</source>
        <translation>Warnungen und Fehler des Sitzungsprotokolls</translation>
    </message>
    <message>
        <source>Warnings and errors of the log will be listed here.</source>
        <translation>Hier stehen Warnungen und Fehler des Protokolls.</translation>
    </message>
</context>
<context>
    <name>dmsc::LadderView</name>
    <message>
        <source>Steps of the handshake</source>
        <translation>Schritte des Handshakes</translation>
    </message>
</context>
<context>
    <name>dmsc::LineEditor</name>
    <message>
        <source>Value, %1</source>
        <translation>Wert, %1</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2; Up and Down count</source>
        <translation>Eine ganze Zahl von %1 bis %2; die Pfeiltasten Auf und Ab zählen</translation>
    </message>
    <message>
        <source>A number such as 1.5, -2E3, INF or NaN</source>
        <translation>Eine Zahl wie 1.5, -2E3, INF oder NaN</translation>
    </message>
    <message>
        <source>A date, ISO 8601: 2026-03-31 or 20260331</source>
        <translation>Ein Datum nach ISO 8601: 2026-03-31 oder 20260331</translation>
    </message>
    <message>
        <source>A time, ISO 8601: 09:30:00 or 093000Z</source>
        <translation>Eine Uhrzeit nach ISO 8601: 09:30:00 oder 093000Z</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>dmsc::LogDelegate</name>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>dmsc::LogFilterBar</name>
    <message>
        <source>filtering...</source>
        <translation>filtert...</translation>
    </message>
    <message>
        <source>Filter of the session log</source>
        <translation>Filter des Sitzungsprotokolls</translation>
    </message>
    <message>
        <source>Filter: text, or sw == 6a82, status &gt;= 400, dur &gt; 10ms, target ~ ./SIM</source>
        <translation>Filter: Text, oder sw == 6a82, status &gt;= 400, dur &gt; 10ms, target ~ ./SIM</translation>
    </message>
    <message>
        <source>Filter is on</source>
        <translation>Filter ist an</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Layers shown in the session log</source>
        <translation>Gezeigte Schichten des Sitzungsprotokolls</translation>
    </message>
    <message>
        <source>Choose which layers are shown</source>
        <translation>Wählen, welche Schichten gezeigt werden</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Saved filters, and those that were used last</source>
        <translation>Gespeicherte Filter, und die zuletzt benutzten</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>Name of the filter, then Enter</source>
        <translation>Name des Filters, dann Enter</translation>
    </message>
    <message>
        <source>Save this filter...</source>
        <translation>Diesen Filter speichern...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Layers *</source>
        <translation>Schichten *</translation>
    </message>
</context>
<context>
    <name>dmsc::LogFlows</name>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The session is not recorded any more: %1</source>
        <translation>Die Sitzung wird nicht mehr aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>diese Sitzung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Recordings and traces (*.dmsclog *.pcap *.json *.txt *.log *.apdu *.xml *.wbxml)</source>
        <translation>Aufzeichnungen und Mitschnitte (*.dmsclog *.pcap *.json *.txt *.log *.apdu *.xml *.wbxml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Save the rows as</source>
        <translation>Zeilen speichern als</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Compare %1 with</source>
        <translation>%1 vergleichen mit</translation>
    </message>
    <message>
        <source>A file...</source>
        <translation>Eine Datei...</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Compared: %1</source>
        <translation>Verglichen: %1</translation>
    </message>
    <message>
        <source>This mark is not in %1: %2. Save the recording to keep it.</source>
        <translation>Diese Markierung steht nicht in %1: %2. Speichern Sie die Aufzeichnung, um sie zu behalten.</translation>
    </message>
</context>
<context>
    <name>dmsc::LogTable</name>
    <message>
        <source>Session log</source>
        <translation>Sitzungsprotokoll</translation>
    </message>
    <message>
        <source>Columns of the session log</source>
        <translation>Spalten des Sitzungsprotokolls</translation>
    </message>
</context>
<context>
    <name>dmsc::LogView</name>
    <message>
        <source>What the workbench says to cards, handsets and files appears here, row by row.</source>
        <translation>Was die Workbench mit Karten, Geräten und Dateien austauscht, erscheint hier Zeile für Zeile.</translation>
    </message>
    <message>
        <source>No row matches the filter.</source>
        <translation>Keine Zeile passt zum Filter.</translation>
    </message>
    <message>
        <source>Follow the last row</source>
        <translation>Der letzten Zeile folgen</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>Looking for rows...</source>
        <translation>Sucht nach Zeilen...</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::MainWindow</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan (%1)</source>
        <translation>Plan (%1)</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed</source>
        <translation>Abgebrochen; nichts wurde geändert</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1 of %2 operations were refused, so nothing was changed; the plan says why</source>
        <translation>%1 von %2 Operationen wurden abgelehnt, daher wurde nichts geändert; der Plan sagt, warum</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1 (nicht gespeichert)</translation>
    </message>
    <message>
        <source>DM-SC workbench</source>
        <translation>DM-SC-Workbench</translation>
    </message>
    <message>
        <source>%1 - DM-SC workbench</source>
        <translation>%1 - DM-SC-Workbench</translation>
    </message>
    <message>
        <source>Something is running; wait or cancel it</source>
        <translation>Es läuft noch ein Vorgang; warten Sie oder brechen Sie ihn ab</translation>
    </message>
    <message>
        <source>Nothing is open on the device side</source>
        <translation>Auf der Geräteseite ist nichts geöffnet</translation>
    </message>
    <message>
        <source>Nothing is open on the card side</source>
        <translation>Auf der Kartenseite ist nichts geöffnet</translation>
    </message>
    <message>
        <source>Select a row first</source>
        <translation>Wählen Sie zuerst eine Zeile aus</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist geöffnet</translation>
    </message>
    <message>
        <source>The plan is empty</source>
        <translation>Der Plan ist leer</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Es läuft kein Vorgang</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>Es gibt nichts zu wiederholen</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Apply %1</source>
        <translation>%1 anwenden</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>MOs</source>
        <translation>MOs</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Open on the device side</source>
        <translation>Auf der Geräteseite öffnen</translation>
    </message>
    <message>
        <source>Open on the card side</source>
        <translation>Auf der Kartenseite öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the device&apos;s tree as</source>
        <translation>Gerätebaum speichern unter</translation>
    </message>
    <message>
        <source>Save the card&apos;s tree as</source>
        <translation>Kartenbaum speichern unter</translation>
    </message>
    <message>
        <source>TNDS, XML (*.xml)</source>
        <translation>TNDS, XML (*.xml)</translation>
    </message>
    <message>
        <source>TNDS, WBXML (*.wbxml)</source>
        <translation>TNDS, WBXML (*.wbxml)</translation>
    </message>
    <message>
        <source>DDF (*.ddf)</source>
        <translation>DDF (*.ddf)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>%1 was changed and is not saved.</source>
        <translation>%1 wurde geändert und ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Close the workbench</source>
        <translation>Workbench schließen</translation>
    </message>
    <message>
        <source>Apply and close</source>
        <translation>Anwenden und schließen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>Farbschema: %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
    <message>
        <source>Language: %1, from the next start on</source>
        <translation>Sprache: %1, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>Noch wurde nichts geöffnet</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>DM-SC workbench %1</source>
        <translation>DM-SC-Workbench %1</translation>
    </message>
    <message>
        <source>Compares and copies OMA DM Management Objects between devices and smart cards. Apache-2.0.</source>
        <translation>Vergleicht und kopiert OMA-DM-Verwaltungsobjekte (MO) zwischen Geräten und Smartcards. Apache-2.0.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was read with %n warning(s); the first: %2</source>
        <translation>
            <numerusform>%1 wurde mit %n Warnung gelesen: %2</numerusform>
            <numerusform>%1 wurde mit %n Warnungen gelesen; die erste: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>A card is in %1 again; reload to read it</source>
        <translation>In %1 steckt wieder eine Karte; zum Lesen neu laden</translation>
    </message>
    <message>
        <source>The card in %1 was taken out</source>
        <translation>Die Karte in %1 wurde herausgenommen</translation>
    </message>
    <message>
        <source>The reader %1 is gone</source>
        <translation>Der Leser %1 ist weg</translation>
    </message>
    <message>
        <source>The card is pulled out of the virtual reader</source>
        <translation>Die Karte ist aus dem virtuellen Leser gezogen</translation>
    </message>
    <message>
        <source>The card is in the virtual reader: other programs find it through PC/SC</source>
        <translation>Die Karte steckt im virtuellen Leser: andere Programme finden sie über PC/SC</translation>
    </message>
    <message>
        <source>Only an emulated card can be plugged in; %1 is none</source>
        <translation>Nur eine emulierte Karte lässt sich einstecken; %1 ist keine</translation>
    </message>
    <message>
        <source>Open the image of an emulated card on this side first</source>
        <translation>Öffnen Sie auf dieser Seite zuerst das Abbild einer emulierten Karte</translation>
    </message>
    <message>
        <source>Open a card first</source>
        <translation>Öffnen Sie zuerst eine Karte</translation>
    </message>
    <message>
        <source>Card files</source>
        <translation>Kartendateien</translation>
    </message>
    <message>
        <source>Trees and images (*.xml *.wbxml *.ddf *.prov *.provwbxml *.json *.dmhandset *.dmcard)</source>
        <translation>Bäume und Abbilder (*.xml *.wbxml *.ddf *.prov *.provwbxml *.json *.dmhandset *.dmcard)</translation>
    </message>
    <message>
        <source>WAP provisioning, XML (*.prov)</source>
        <translation>WAP-Provisioning, XML (*.prov)</translation>
    </message>
    <message>
        <source>WAP provisioning, WBXML (*.provwbxml)</source>
        <translation>WAP-Provisioning, WBXML (*.provwbxml)</translation>
    </message>
    <message>
        <source>Card in a reader, device side</source>
        <translation>Karte in einem Leser, Geräteseite</translation>
    </message>
    <message>
        <source>Card in a reader, card side</source>
        <translation>Karte in einem Leser, Kartenseite</translation>
    </message>
    <message>
        <source>&amp;Card</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>%1. What was read stays here, and so does the plan; reload when the card is there again.</source>
        <translation>%1. Was gelesen wurde, bleibt hier, der Plan auch; neu laden, wenn die Karte wieder da ist.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The log does not hold this step any more</source>
        <translation>Das Protokoll enthält diesen Schritt nicht mehr</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Sequenzdiagramm</translation>
    </message>
    <message>
        <source>Handset</source>
        <translation>Handgerät</translation>
    </message>
    <message>
        <source>F&amp;lows</source>
        <translation>A&amp;bläufe</translation>
    </message>
    <message>
        <source>&amp;Time of the rows</source>
        <translation>&amp;Zeit der Zeilen</translation>
    </message>
    <message>
        <source>Ladder of the log</source>
        <translation>Sequenzdiagramm des Protokolls</translation>
    </message>
    <message>
        <source>Comparison of recordings</source>
        <translation>Vergleich von Aufzeichnungen</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Erneut abspielen</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>Pr&amp;otokoll</translation>
    </message>
    <message>
        <source>Com&amp;pare with</source>
        <translation>Ver&amp;gleichen mit</translation>
    </message>
    <message>
        <source>The last run ended unexpectedly; what it recorded is still there.</source>
        <translation>Der letzte Lauf endete unerwartet; was er aufgezeichnet hat, ist noch da.</translation>
    </message>
    <message>
        <source>No run ended unexpectedly</source>
        <translation>Kein Lauf endete unerwartet</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the card&apos;s memory are not applied.</source>
        <translation>
            <numerusform>%n Änderung am Speicher der Karte ist nicht angewendet.</numerusform>
            <numerusform>%n Änderungen am Speicher der Karte sind nicht angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes that wait</source>
        <translation>Wartende Änderungen</translation>
    </message>
    <message>
        <source>Discard and go on</source>
        <translation>Verwerfen und fortfahren</translation>
    </message>
    <message>
        <source>The reader %1 gives no answer</source>
        <translation>Der Leser %1 antwortet nicht</translation>
    </message>
    <message>
        <source>Find the card&apos;s files first: its keys are found with them</source>
        <translation>Suchen Sie zuerst die Dateien der Karte: mit ihnen finden sich ihre Schlüssel</translation>
    </message>
    <message>
        <source>The card tells of no keys</source>
        <translation>Die Karte nennt keine Schlüssel</translation>
    </message>
    <message>
        <source>What was changed on the demo&apos;s handset and card, and what the card has noted as delivered</source>
        <translation>Was an Handgerät und Karte der Demo geändert wurde und was die Karte als ausgeliefert vermerkt hat</translation>
    </message>
    <message numerus="yes">
        <source>Applied: %Ln operation(s)</source>
        <translation>
            <numerusform>Angewendet: %Ln Operation</numerusform>
            <numerusform>Angewendet: %Ln Operationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln planned operation(s) are not applied.</source>
        <translation>
            <numerusform>%Ln geplante Operation ist nicht angewendet.</numerusform>
            <numerusform>%Ln geplante Operationen sind nicht angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is closed then.</source>
        <translation>Danach wird %1 geschlossen.</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>Verwerfen und schließen</translation>
    </message>
    <message>
        <source>%1 is opened in its place then.</source>
        <translation>Danach wird stattdessen %1 geöffnet.</translation>
    </message>
    <message>
        <source>The demo desk is opened in its place then.</source>
        <translation>Danach wird stattdessen die Demo geöffnet.</translation>
    </message>
    <message>
        <source>The demo begins anew then.</source>
        <translation>Danach beginnt die Demo von vorn.</translation>
    </message>
    <message>
        <source>The workbench closes then.</source>
        <translation>Danach schließt die Workbench.</translation>
    </message>
    <message>
        <source>Apply and go on</source>
        <translation>Anwenden und weiter</translation>
    </message>
    <message>
        <source>%1 Apply carries the changes out before, Discard forgets them, and Cancel leaves everything as it is.</source>
        <translation>%1 „Anwenden“ führt die Änderungen vorher aus, „Verwerfen“ vergisst sie, „Abbrechen“ lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>%1 Discard forgets the changes, and Cancel leaves everything as it is.</source>
        <translation>%1 „Verwerfen“ vergisst die Änderungen, „Abbrechen“ lässt alles, wie es ist.</translation>
    </message>
</context>
<context>
    <name>dmsc::MemoryBar</name>
    <message>
        <source>Memory of the card: %1</source>
        <translation>Speicher der Karte: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>used, total</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, plan +%2</source>
        <translation>%1, Plan +%2</translation>
    </message>
</context>
<context>
    <name>dmsc::MemoryFlow</name>
    <message>
        <source>%1 does not say how its memory is divided.

A card with DM_SC does so after a handshake: what it keeps for itself, what each entity has been granted and uses, and what is free.</source>
        <translation>%1 sagt nicht, wie der Speicher aufgeteilt ist.

Eine Karte mit DM_SC sagt es nach einem Handshake: was sie für sich behält, was jeder Instanz zugeteilt ist und was sie benutzt, und was frei ist.</translation>
    </message>
    <message numerus="yes">
        <source>Memory: %n change(s) done</source>
        <translation>
            <numerusform>Speicher: %n Änderung erledigt</numerusform>
            <numerusform>Speicher: %n Änderungen erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory: %1 of %2 changes done, then the card refused: %3</source>
        <translation>Speicher: %1 von %2 Änderungen erledigt, dann lehnte die Karte ab: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the card&apos;s memory went with the card: not applied</source>
        <translation>
            <numerusform>%n Änderung am Speicher der Karte ging mit der Karte: nicht angewendet</numerusform>
            <numerusform>%n Änderungen am Speicher der Karte gingen mit der Karte: nicht angewendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::MemoryPane</name>
    <message>
        <source>delete what %1 stored</source>
        <translation>lösche, was %1 gespeichert hat</translation>
    </message>
    <message>
        <source>empty the memory queue</source>
        <translation>leere die Speicheränderungen</translation>
    </message>
    <message>
        <source>Open a card to see how its memory is divided: what the card keeps for itself, what each entity has been granted and uses, and what is free.</source>
        <translation>Öffnen Sie eine Karte, um zu sehen, wie ihr Speicher aufgeteilt ist: was die Karte für sich behält, was jeder Instanz zugeteilt ist und was sie benutzt, und was frei ist.</translation>
    </message>
    <message>
        <source>Ask for %1</source>
        <translation>%1 anfordern</translation>
    </message>
    <message>
        <source>%1: %2 of %3 bytes, %4</source>
        <translation>%1: %2 zu %3 Bytes, %4</translation>
    </message>
    <message>
        <source>%1. Read only: %2</source>
        <translation>%1. Nur lesen: %2</translation>
    </message>
    <message>
        <source>%1. We are %2</source>
        <translation>%1. Wir sind %2</translation>
    </message>
    <message>
        <source>Choose an entity in the bar or in the table</source>
        <translation>Wählen Sie eine Instanz im Balken oder in der Tabelle</translation>
    </message>
    <message>
        <source>Only what is granted to an entity can be changed</source>
        <translation>Nur was einer Instanz zugeteilt ist, kann geändert werden</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Apply %1</source>
        <comment>changes of memory</comment>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Something is running; wait or cancel it</source>
        <translation>Es läuft etwas; warten Sie oder brechen Sie es ab</translation>
    </message>
    <message>
        <source>Ask the card for these changes, one after the other, until one is refused</source>
        <translation>Diese Änderungen eine nach der anderen von der Karte verlangen, bis eine abgelehnt wird</translation>
    </message>
    <message>
        <source>No change waits</source>
        <translation>Keine Änderung wartet</translation>
    </message>
    <message>
        <source>Select the changes to take out</source>
        <translation>Wählen Sie die Änderungen, die heraus sollen</translation>
    </message>
    <message>
        <source>Clear results</source>
        <translation>Ergebnisse entfernen</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>No card is open</source>
        <translation>Keine Karte ist offen</translation>
    </message>
    <message>
        <source>The queue is under way</source>
        <translation>Die Änderungen sind unterwegs</translation>
    </message>
    <message>
        <source>memory of %1</source>
        <comment>undo</comment>
        <translation>Speicher von %1</translation>
    </message>
    <message>
        <source>! %1</source>
        <translation>! %1</translation>
    </message>
    <message numerus="yes">
        <source>remove %n change(s) of memory</source>
        <translation>
            <numerusform>nimm %n Speicheränderung heraus</numerusform>
            <numerusform>nimm %n Speicheränderungen heraus</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the card&apos;s memory</source>
        <translation>Teile des Kartenspeichers</translation>
    </message>
    <message>
        <source>Changes collect here until you apply them.

Drag a handle of the bar, or write how much an entity shall have.</source>
        <translation>Änderungen sammeln sich hier, bis Sie sie ausführen.

Ziehen Sie an einem Griff des Balkens oder schreiben Sie, wie viel eine Instanz haben soll.</translation>
    </message>
    <message>
        <source>Changes of memory that wait</source>
        <translation>Speicheränderungen, die warten</translation>
    </message>
    <message>
        <source>Apply the changes of memory</source>
        <translation>Die Speicheränderungen ausführen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected changes of memory</source>
        <translation>Die gewählten Speicheränderungen entfernen</translation>
    </message>
    <message>
        <source>Remove all changes of memory</source>
        <translation>Alle Speicheränderungen entfernen</translation>
    </message>
</context>
<context>
    <name>dmsc::MessageBar</name>
    <message>
        <source>Show in log</source>
        <translation>Im Protokoll zeigen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>error, advice</comment>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages behind this one</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::MessageEditor</name>
    <message>
        <source>As &amp;recorded</source>
        <translation>Wie aufge&amp;zeichnet</translation>
    </message>
    <message>
        <source>Message to send</source>
        <translation>Zu sendende Nachricht</translation>
    </message>
    <message>
        <source>Changed; it is sent like this.</source>
        <translation>Geändert; so wird sie gesendet.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>dmsc::MethodPage</name>
    <message>
        <source>&amp;Protection:</source>
        <translation>&amp;Schutz:</translation>
    </message>
    <message>
        <source>How do they prove who they are?</source>
        <translation>Wie weisen sie nach, wer sie sind?</translation>
    </message>
    <message>
        <source>Protection of the session</source>
        <translation>Schutz der Sitzung</translation>
    </message>
    <message>
        <source>What the policy of %1 offers to this side: %2.</source>
        <translation>Was die Regeln von %1 dieser Seite anbieten: %2.</translation>
    </message>
    <message>
        <source>the card</source>
        <translation>der Karte</translation>
    </message>
    <message>
        <source>! The card has not said what its policy accepts; it may refuse what is chosen here.</source>
        <translation>! Die Karte hat nicht gesagt, was ihre Regeln annehmen; sie kann ablehnen, was hier gewählt wird.</translation>
    </message>
    <message>
        <source>The card told its policy when it was selected. It cannot be talked into less.</source>
        <translation>Die Karte hat ihre Regeln bei der Auswahl genannt. Zu weniger lässt sie sich nicht überreden.</translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <comment>level, why not</comment>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>This method always protects everything in both directions</source>
        <translation>Dieses Verfahren schützt immer alles in beiden Richtungen</translation>
    </message>
</context>
<context>
    <name>dmsc::MoList</name>
    <message>
        <source>Management Objects</source>
        <translation>Verwaltungsobjekte (MO)</translation>
    </message>
    <message>
        <source>The MOs of both sides appear here, with what differs in each.</source>
        <translation>Hier stehen die MOs beider Seiten mit dem, was in ihnen verschieden ist.</translation>
    </message>
</context>
<context>
    <name>dmsc::NoValueEditor</name>
    <message>
        <source>An interior node has children, not a value</source>
        <translation>Ein innerer Knoten hat Kinder, keinen Wert</translation>
    </message>
    <message>
        <source>Format null has no value</source>
        <translation>Format null hat keinen Wert</translation>
    </message>
</context>
<context>
    <name>dmsc::PartView</name>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Enter the key...</source>
        <translation>Schlüssel eingeben...</translation>
    </message>
    <message>
        <source>Edit bytes...</source>
        <translation>Bytes bearbeiten...</translation>
    </message>
    <message>
        <source>Resize...</source>
        <translation>Größe ändern...</translation>
    </message>
    <message>
        <source>Parts of the file</source>
        <translation>Teile der Datei</translation>
    </message>
    <message>
        <source>Bytes of the part</source>
        <translation>Bytes des Teils</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Look at the bytes and write...</source>
        <translation>Bytes ansehen und schreiben...</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>New size of the file in bytes</source>
        <translation>Neue Größe der Datei in Bytes</translation>
    </message>
    <message>
        <source> B</source>
        <translation> B</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave the size as it is</source>
        <translation>Größe lassen, wie sie ist</translation>
    </message>
    <message>
        <source>New size</source>
        <translation>Neue Größe</translation>
    </message>
    <message>
        <source>Select a file to see what is in it.</source>
        <translation>Wählen Sie eine Datei, um zu sehen, was in ihr steht.</translation>
    </message>
    <message>
        <source>Enter %1...</source>
        <translation>%1 eingeben...</translation>
    </message>
    <message>
        <source>content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The file has no parts: nothing was written to it yet.</source>
        <translation>Die Datei hat keine Teile: bisher wurde nichts in sie geschrieben.</translation>
    </message>
    <message>
        <source>There is nothing to write to</source>
        <translation>Es gibt nichts, wohin zu schreiben wäre</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch wurde nichts geändert</translation>
    </message>
    <message>
        <source>The file takes at most %1</source>
        <translation>Die Datei fasst höchstens %1</translation>
    </message>
    <message>
        <source>%1 bytes are expected, as many as the file has; found %2. Resize the file to change that.</source>
        <translation>%1 Bytes werden erwartet, so viele, wie die Datei hat; gefunden: %2. Ändern Sie dazu die Größe der Datei.</translation>
    </message>
    <message>
        <source>A record of this file has %1 bytes; found %2</source>
        <translation>Ein Satz dieser Datei hat %1 Bytes; gefunden: %2</translation>
    </message>
    <message>
        <source>! A record has %1: the size must be a multiple of that.</source>
        <translation>! Ein Satz hat %1: die Größe muss ein Vielfaches davon sein.</translation>
    </message>
    <message>
        <source>! The last %1 of the content are lost.</source>
        <translation>! Die letzten %1 des Inhalts gehen verloren.</translation>
    </message>
    <message>
        <source>%1 more than now</source>
        <translation>%1 mehr als jetzt</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>wie es jetzt ist</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Add an object...</source>
        <translation>Objekt hinzufügen...</translation>
    </message>
    <message>
        <source>Delete the object...</source>
        <translation>Objekt löschen...</translation>
    </message>
    <message>
        <source>An object has at least one byte</source>
        <translation>Ein Objekt hat mindestens ein Byte</translation>
    </message>
    <message>
        <source>Tag of the new object in hex</source>
        <translation>Tag des neuen Objekts in Hex</translation>
    </message>
    <message>
        <source>Enter its bytes...</source>
        <translation>Bytes eingeben...</translation>
    </message>
    <message>
        <source>Add no object</source>
        <translation>Kein Objekt hinzufügen</translation>
    </message>
    <message>
        <source>Tag of the new object</source>
        <translation>Tag des neuen Objekts</translation>
    </message>
    <message>
        <source>the file has that object already: edit it instead</source>
        <translation>die Datei hat dieses Objekt schon: stattdessen bearbeiten</translation>
    </message>
    <message>
        <source>%1, new</source>
        <comment>label of an object</comment>
        <translation>%1, neu</translation>
    </message>
</context>
<context>
    <name>dmsc::PinChangeDialog</name>
    <message>
        <source>Unblock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>%1 gets a new value, and its tries back. The PUK is on the letter that came with the card.</source>
        <translation>%1 bekommt einen neuen Wert und die Versuche zurück. Die PUK steht in dem Brief, der mit der Karte kam.</translation>
    </message>
    <message>
        <source>%1 gets a new value.</source>
        <translation>%1 bekommt einen neuen Wert.</translation>
    </message>
    <message>
        <source>&amp;PUK:</source>
        <translation>&amp;PUK:</translation>
    </message>
    <message>
        <source>PUK of %1</source>
        <translation>PUK von %1</translation>
    </message>
    <message>
        <source>&amp;Old value:</source>
        <translation>&amp;Alter Wert:</translation>
    </message>
    <message>
        <source>Old value of %1</source>
        <translation>Alter Wert von %1</translation>
    </message>
    <message>
        <source>&amp;New value:</source>
        <translation>&amp;Neuer Wert:</translation>
    </message>
    <message>
        <source>New value of %1</source>
        <translation>Neuer Wert von %1</translation>
    </message>
    <message>
        <source>New value a&amp;gain:</source>
        <translation>Neuer Wert noch &amp;einmal:</translation>
    </message>
    <message>
        <source>New value of %1 again</source>
        <translation>Neuer Wert von %1 noch einmal</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>En&amp;tsperren</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>Än&amp;dern</translation>
    </message>
    <message>
        <source>Unblock %1, one try</source>
        <translation>%1 entsperren, ein Versuch</translation>
    </message>
    <message>
        <source>Change %1, one try</source>
        <translation>%1 ändern, ein Versuch</translation>
    </message>
    <message>
        <source>the PUK</source>
        <translation>der PUK</translation>
    </message>
    <message>
        <source>The card is asked how many tries are left.</source>
        <translation>Die Karte wird gefragt, wie viele Versuche verbleiben.</translation>
    </message>
    <message>
        <source>The PUK is blocked: nothing unblocks the key any more.</source>
        <translation>Die PUK ist gesperrt: Nichts entsperrt den Schlüssel mehr.</translation>
    </message>
    <message>
        <source>It is blocked: it must be unblocked first.</source>
        <translation>Er ist gesperrt: Er muss zuerst entsperrt werden.</translation>
    </message>
    <message>
        <source>It is switched off: the card changes it only while it is on.</source>
        <translation>Er ist abgeschaltet: Die Karte ändert ihn nur, während er an ist.</translation>
    </message>
    <message>
        <source>The card does not say how many tries %1 has left. A wrong entry uses one up.</source>
        <translation>Die Karte sagt nicht, wie viele Versuche von %1 verbleiben. Eine falsche Eingabe verbraucht einen.</translation>
    </message>
    <message>
        <source>! This is the last try of %1. A wrong entry blocks it.</source>
        <translation>! Dies ist der letzte Versuch von %1. Eine falsche Eingabe führt zur Sperre.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries of %1 left. A wrong entry uses one up.</source>
        <translation>
            <numerusform>%n Versuch von %1 verbleibt. Eine falsche Eingabe verbraucht ihn.</numerusform>
            <numerusform>%n Versuche von %1 verbleiben. Eine falsche Eingabe verbraucht einen.</numerusform>
        </translation>
    </message>
    <message>
        <source>! That was wrong, and nothing was changed. %1</source>
        <translation>! Das war falsch, und nichts wurde geändert. %1</translation>
    </message>
    <message>
        <source>! The card did not do it: %1</source>
        <translation>! Die Karte hat es nicht getan: %1</translation>
    </message>
    <message>
        <source>PUK: %1</source>
        <translation>PUK: %1</translation>
    </message>
    <message>
        <source>Old value: %1</source>
        <translation>Alter Wert: %1</translation>
    </message>
    <message>
        <source>New value: %1</source>
        <translation>Neuer Wert: %1</translation>
    </message>
    <message>
        <source>The new value is not the same both times</source>
        <translation>Der neue Wert ist nicht beide Male derselbe</translation>
    </message>
    <message>
        <source>The card is being asked.</source>
        <translation>Die Karte wird gefragt.</translation>
    </message>
</context>
<context>
    <name>dmsc::PinPanel</name>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Do not enter the key now</source>
        <translation>Den Schlüssel jetzt nicht eingeben</translation>
    </message>
    <message>
        <source>%1 of the card</source>
        <translation>%1 der Karte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>key, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Verify %1, one try</source>
        <translation>%1 prüfen, ein Versuch</translation>
    </message>
    <message>
        <source>digits, or 16 hex digits</source>
        <translation>Ziffern, oder 16 Hexziffern</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>4 bis 8 Ziffern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>It is blocked: no entry helps any more, only unblocking it with the key that the card&apos;s issuer keeps for that.</source>
        <translation>Gesperrt: keine Eingabe hilft mehr, nur Entsperren mit dem Schlüssel, den der Herausgeber der Karte dafür hat.</translation>
    </message>
    <message>
        <source>The card does not say how many tries are left. A wrong entry uses one up.</source>
        <translation>Die Karte sagt nicht, wie viele Versuche bleiben. Eine falsche Eingabe verbraucht einen.</translation>
    </message>
    <message>
        <source>! This is the last try. A wrong entry blocks the key.</source>
        <translation>! Das ist der letzte Versuch. Eine falsche Eingabe sperrt den Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left. A wrong entry uses one up.</source>
        <translation>
            <numerusform>Noch %n Versuch. Eine falsche Eingabe verbraucht einen.</numerusform>
            <numerusform>Noch %n Versuche. Eine falsche Eingabe verbraucht einen.</numerusform>
        </translation>
    </message>
    <message>
        <source>! That was wrong. %1</source>
        <translation>! Das war falsch. %1</translation>
    </message>
    <message>
        <source>! It could not be verified: %1</source>
        <translation>! Prüfen war nicht möglich: %1</translation>
    </message>
    <message>
        <source>The card is being asked</source>
        <translation>Die Karte wird gefragt</translation>
    </message>
    <message>
        <source>The card is being asked.</source>
        <translation>Die Karte wird gefragt.</translation>
    </message>
    <message>
        <source>Unblock...</source>
        <translation>Entsperren...</translation>
    </message>
    <message>
        <source>Unblock the key with its PUK</source>
        <translation>Den Schlüssel mit der PUK entsperren</translation>
    </message>
    <message>
        <source>It is blocked: no entry helps any more, only unblocking it with its PUK.</source>
        <translation>Gesperrt: keine Eingabe hilft mehr, nur Entsperren mit der PUK.</translation>
    </message>
</context>
<context>
    <name>dmsc::PlacementLine</name>
    <message>
        <source>Select an MO in the trees, or drop it on the bar, to see where it would go.</source>
        <translation>Wählen Sie ein MO in den Bäumen oder ziehen Sie es auf den Balken, um zu sehen, wohin es käme.</translation>
    </message>
    <message>
        <source>Ask for %1</source>
        <translation>%1 anfordern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is on the card: it takes %2, owner %3</source>
        <translation>%1 ist auf der Karte: belegt %2, Eigentümer %3</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>Store %1 here? It needs %2 of %3&apos;s grant</source>
        <translation>%1 hier speichern? Braucht %2 von der Zuteilung von %3</translation>
    </message>
    <message>
        <source>%1; %2 over the issuer&apos;s limit for MOs of this type</source>
        <translation>%1; %2 über der Grenze des Herausgebers für MOs dieses Typs</translation>
    </message>
    <message>
        <source>%1; %2 short, of which the card cannot grant %3</source>
        <translation>%1; %2 fehlen, davon kann die Karte %3 nicht zuteilen</translation>
    </message>
    <message>
        <source>%1; %2 short: ask for more first</source>
        <translation>%1; %2 fehlen: zuerst mehr anfordern</translation>
    </message>
    <message>
        <source>%1; it fits, %2 stay free in it, and it grows by itself by up to %3</source>
        <translation>%1; es passt, %2 bleiben darin frei, und von selbst wächst sie um bis zu %3</translation>
    </message>
    <message>
        <source>%1; it fits, %2 stay free in it</source>
        <translation>%1; es passt, %2 bleiben darin frei</translation>
    </message>
</context>
<context>
    <name>dmsc::PlanPane</name>
    <message>
        <source>Planned operations</source>
        <translation>Geplante Operationen</translation>
    </message>
    <message>
        <source>Copies and edits collect here until you apply them.

Select a row in the trees and press Alt+Right or Alt+Left.</source>
        <translation>Hier sammeln sich Kopien und Bearbeitungen, bis Sie sie anwenden.

Wählen Sie in den Bäumen eine Zeile aus und drücken Sie Alt+Rechts oder Alt+Links.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected operations from the plan</source>
        <translation>Die ausgewählten Operationen aus dem Plan entfernen</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Remove all operations from the plan</source>
        <translation>Alle Operationen aus dem Plan entfernen</translation>
    </message>
    <message>
        <source>Apply the plan</source>
        <translation>Den Plan anwenden</translation>
    </message>
    <message>
        <source>The plan is empty</source>
        <translation>Der Plan ist leer</translation>
    </message>
    <message>
        <source>Clear results</source>
        <translation>Ergebnisse entfernen</translation>
    </message>
    <message>
        <source>These operations are done; Undo plans their opposite</source>
        <translation>Diese Operationen sind ausgeführt; Rückgängig plant ihr Gegenteil</translation>
    </message>
    <message>
        <source>Select the operations to take out</source>
        <translation>Wählen Sie die Operationen aus, die entfernt werden sollen</translation>
    </message>
</context>
<context>
    <name>dmsc::PolicyForm</name>
    <message>
        <source>What decides conflicts</source>
        <translation>Was Konflikte entscheidet</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Policy for %1</source>
        <translation>Regel für %1</translation>
    </message>
    <message>
        <source>as everything</source>
        <translation>wie alles</translation>
    </message>
</context>
<context>
    <name>dmsc::PromptInput</name>
    <message>
        <source>Hidden text for: %1</source>
        <translation>Verdeckter Text für: %1</translation>
    </message>
    <message>
        <source>%1 of at most %2 characters</source>
        <translation>%1 von höchstens %2 Zeichen</translation>
    </message>
    <message>
        <source>A date is expected as DDMMYYYY</source>
        <translation>Ein Datum wird als TTMMJJJJ erwartet</translation>
    </message>
    <message>
        <source>A time is expected as hhmmss</source>
        <translation>Eine Uhrzeit wird als hhmmss erwartet</translation>
    </message>
    <message>
        <source>An address is expected as 192.168.0.1</source>
        <translation>Eine Adresse wird wie 192.168.0.1 erwartet</translation>
    </message>
    <message>
        <source>Only digits are expected</source>
        <translation>Nur Ziffern werden erwartet</translation>
    </message>
    <message>
        <source>Nothing is chosen yet</source>
        <translation>Noch ist nichts gewählt</translation>
    </message>
    <message>
        <source>A telephone number is expected</source>
        <translation>Eine Telefonnummer wird erwartet</translation>
    </message>
</context>
<context>
    <name>dmsc::PromptPage</name>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <comment>who, question</comment>
        <translation>%1 fragt: %2</translation>
    </message>
    <message>
        <source>What would change; take the mark away from what you refuse:</source>
        <translation>Was sich ändern würde; abgelehnt wird, was keinen Haken mehr hat:</translation>
    </message>
    <message>
        <source>What would change:</source>
        <translation>Was sich ändern würde:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>answer, what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing has its mark: answer no</source>
        <translation>Nichts hat einen Haken: mit Nein antworten</translation>
    </message>
    <message>
        <source>&amp;Yes to %1 of %2</source>
        <translation>&amp;Ja zu %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>You can answer in %n second(s)</source>
        <translation>
            <numerusform>Antwort möglich in %n Sekunde</numerusform>
            <numerusform>Antwort möglich in %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::PropertyModel</name>
    <message>
        <source>URI</source>
        <translation>URI</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>TStamp</source>
        <translation>TStamp</translation>
    </message>
    <message>
        <source>VerNo</source>
        <translation>VerNo</translation>
    </message>
    <message>
        <source>Own ACL</source>
        <translation>Eigene ACL</translation>
    </message>
    <message>
        <source>Effective ACL</source>
        <translation>Wirksame ACL</translation>
    </message>
    <message>
        <source>ACL written at</source>
        <translation>ACL geschrieben bei</translation>
    </message>
    <message>
        <source>%1, differs</source>
        <translation>%1, verschieden</translation>
    </message>
    <message>
        <source>%1, empty</source>
        <translation>%1, leer</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Stored by</source>
        <translation>Gespeichert von</translation>
    </message>
</context>
<context>
    <name>dmsc::ReaderSection</name>
    <message>
        <source>%1: %2</source>
        <comment>reader, what is in it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looking for readers...</source>
        <translation>Leser werden gesucht...</translation>
    </message>
    <message>
        <source>There is no reader: plug one in.</source>
        <translation>Es gibt keinen Leser: schließen Sie einen an.</translation>
    </message>
</context>
<context>
    <name>dmsc::RecordDetails</name>
    <message>
        <source>Show secrets</source>
        <translation>Geheimnisse zeigen</translation>
    </message>
    <message>
        <source>Shows PINs, keys and nonces of this row, which are dots otherwise</source>
        <translation>Zeigt PINs, Schlüssel und Nonces dieser Zeile, die sonst Punkte sind</translation>
    </message>
    <message>
        <source>Decoded fields of the selected row</source>
        <translation>Dekodierte Felder der ausgewählten Zeile</translation>
    </message>
    <message>
        <source>Copy Value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy Bytes as Hex</source>
        <translation>Bytes als Hex kopieren</translation>
    </message>
    <message>
        <source>The decoded fields of the selected row will stand here.</source>
        <translation>Hier stehen die dekodierten Felder der gewählten Zeile.</translation>
    </message>
</context>
<context>
    <name>dmsc::RecordLinks</name>
    <message>
        <source>Shows this row</source>
        <translation>Zeigt diese Zeile</translation>
    </message>
</context>
<context>
    <name>dmsc::RecordingComparison</name>
    <message>
        <source>&amp;Hide what is the same</source>
        <translation>&amp;Gleiches ausblenden</translation>
    </message>
    <message>
        <source>Show &amp;secrets</source>
        <translation>Ge&amp;heimnisse zeigen</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Rows of both recordings</source>
        <translation>Zeilen beider Aufzeichnungen</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>Felder, die verschieden sind</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Nothing has been compared yet.</source>
        <translation>Es wurde noch nichts verglichen.</translation>
    </message>
    <message>
        <source>Choose a row to see in which fields it differs.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, in welchen Feldern sie verschieden ist.</translation>
    </message>
    <message>
        <source>Only one side has this row.</source>
        <translation>Nur eine Seite hat diese Zeile.</translation>
    </message>
    <message>
        <source>No field differs.</source>
        <translation>Kein Feld ist verschieden.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ</source>
        <translation>
            <numerusform>%n Feld ist verschieden</numerusform>
            <numerusform>%n Felder sind verschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in the log</source>
        <translation>Im Protokoll zeigen</translation>
    </message>
</context>
<context>
    <name>dmsc::RecordingDesk</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Comparing %1 and %2</source>
        <translation>%1 und %2 werden verglichen</translation>
    </message>
    <message>
        <source>Playing the recording again</source>
        <translation>Die Aufzeichnung wird erneut abgespielt</translation>
    </message>
    <message>
        <source>only recordings of this program can be added to</source>
        <translation>nur Aufzeichnungen dieses Programms lassen sich ergänzen</translation>
    </message>
</context>
<context>
    <name>dmsc::ReplayForm</name>
    <message>
        <source>&amp;Where:</source>
        <translation>W&amp;o:</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>&amp;Durchsuchen...</translation>
    </message>
    <message>
        <source>&amp;Really write to the card in the reader</source>
        <translation>&amp;Wirklich auf die Karte im Leser schreiben</translation>
    </message>
    <message>
        <source>Show &amp;secrets</source>
        <translation>Ge&amp;heimnisse zeigen</translation>
    </message>
    <message>
        <source>Replay &amp;again</source>
        <translation>&amp;Erneut abspielen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>A card</source>
        <translation>Eine Karte</translation>
    </message>
    <message>
        <source>A handset</source>
        <translation>Ein Gerät</translation>
    </message>
    <message>
        <source>The DM server</source>
        <translation>Der DM-Server</translation>
    </message>
    <message>
        <source>Where the one who answers is</source>
        <translation>Wo ist, wer antwortet</translation>
    </message>
    <message>
        <source>Who &amp;answers:</source>
        <translation>Wer a&amp;ntwortet:</translation>
    </message>
    <message>
        <source>How far the replay is</source>
        <translation>Wie weit das Abspielen ist</translation>
    </message>
    <message>
        <source>The image to replay to</source>
        <translation>Das Abbild, das antwortet</translation>
    </message>
    <message>
        <source>Choose a row to change what is sent for it.</source>
        <translation>Wählen Sie eine Zeile, um zu ändern, was für sie gesendet wird.</translation>
    </message>
    <message>
        <source>Nothing of this row is sent to the one who answers.</source>
        <translation>Von dieser Zeile wird dem, der antwortet, nichts gesendet.</translation>
    </message>
    <message>
        <source>This message holds secrets: have them shown to change it.</source>
        <translation>Diese Nachricht enthält Geheimnisse: Lassen Sie sie zeigen, um sie zu ändern.</translation>
    </message>
    <message>
        <source>&amp;Message of row %1, %2:</source>
        <translation>&amp;Nachricht der Zeile %1, %2:</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) changed by hand</source>
        <translation>
            <numerusform>%n Nachricht von Hand geändert</numerusform>
            <numerusform>%n Nachrichten von Hand geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::ResultPage</name>
    <message>
        <source>Edit &amp;memory</source>
        <translation>&amp;Speicher bearbeiten</translation>
    </message>
    <message>
        <source>Write &amp;receipt...</source>
        <translation>&amp;Quittung schreiben...</translation>
    </message>
    <message>
        <source>The card answers</source>
        <translation>Die Karte antwortet</translation>
    </message>
    <message>
        <source>What may be done in this session, and with how much memory.</source>
        <translation>Was in dieser Sitzung getan werden darf, und mit wie viel Speicher.</translation>
    </message>
    <message>
        <source>With SCP03 there is no receipt: both sides know the same keys, so neither can prove to others what the other one said.</source>
        <translation>Mit SCP03 gibt es keine Quittung: Beide Seiten kennen dieselben Schlüssel, also kann keine anderen beweisen, was die andere gesagt hat.</translation>
    </message>
    <message>
        <source>With %1 there is no receipt here: only one side has shown a certificate.</source>
        <translation>Mit %1 gibt es hier keine Quittung: Nur eine Seite hat ein Zertifikat gezeigt.</translation>
    </message>
    <message>
        <source>This session ends in a receipt in the log that both sides sign: what was asked, what was answered, how the card&apos;s content was before and after.</source>
        <translation>Diese Sitzung endet mit einem Beleg im Protokoll, den beide Seiten unterschreiben: was verlangt und geantwortet wurde, und wie der Inhalt der Karte vorher und nachher war.</translation>
    </message>
    <message>
        <source>Card and host sign what was said up to here; the session goes on</source>
        <translation>Karte und Gegenseite unterschreiben, was bis hier gesagt wurde; die Sitzung geht weiter</translation>
    </message>
</context>
<context>
    <name>dmsc::RowLadder</name>
    <message>
        <source>The rows of the session log stand here as a ladder between device, card, server and user.</source>
        <translation>Hier stehen die Zeilen des Sitzungsprotokolls als Sequenzdiagramm zwischen Gerät, Karte, Server und Benutzer.</translation>
    </message>
    <message>
        <source>Ladder of the rows of the log</source>
        <translation>Sequenzdiagramm der Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Save the ladder as a picture...</source>
        <translation>Sequenzdiagramm als Bild speichern...</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Speichern...</translation>
    </message>
</context>
<context>
    <name>dmsc::RunPage</name>
    <message>
        <source>Show in &amp;log</source>
        <translation>Im &amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>The handshake</source>
        <translation>Der Handshake</translation>
    </message>
    <message>
        <source>What each side says and proves, step by step. Nothing is read or changed before the last step.</source>
        <translation>Was jede Seite sagt und nachweist, Schritt für Schritt. Vor dem letzten Schritt wird nichts gelesen oder geändert.</translation>
    </message>
    <message numerus="yes">
        <source>A session is open: %n command pair(s), %1 bytes, %2.</source>
        <translation>
            <numerusform>Eine Sitzung ist offen: %n Befehlspaar, %1 Bytes, %2.</numerusform>
            <numerusform>Eine Sitzung ist offen: %n Befehlspaare, %1 Bytes, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The card let nobody in.</source>
        <translation>Die Karte hat niemanden eingelassen.</translation>
    </message>
    <message>
        <source>Step %1 failed: %2</source>
        <comment>number, problem</comment>
        <translation>Schritt %1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>von Ihnen abgebrochen</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Sie haben abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was executed, and the card is without a session.</source>
        <translation>Es wurde nichts ausgeführt, und die Karte ist ohne Sitzung.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>Go to the rows of the log that carried this step</source>
        <translation>Zu den Zeilen des Protokolls gehen, die diesen Schritt getragen haben</translation>
    </message>
    <message>
        <source>Select a step that was sent to the card</source>
        <translation>Wählen Sie einen Schritt, der an die Karte ging</translation>
    </message>
    <message>
        <source>There is nothing to export before the handshake has ended</source>
        <translation>Bevor der Handshake beendet ist, gibt es nichts zu exportieren</translation>
    </message>
    <message>
        <source>Nothing was executed: the card is as it was before.</source>
        <translation>Es wurde nichts ausgeführt: die Karte ist, wie sie vorher war.</translation>
    </message>
</context>
<context>
    <name>dmsc::SessionFlows</name>
    <message>
        <source>Firmware package</source>
        <translation>Firmware-Paket</translation>
    </message>
    <message>
        <source>Signature of the package</source>
        <translation>Signatur des Pakets</translation>
    </message>
    <message>
        <source>CMS signatures (*.p7s *.cms *.sig *.p7m *.der *.pem)</source>
        <translation>CMS-Signaturen (*.p7s *.cms *.sig *.p7m *.der *.pem)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The handset waits for an answer.</source>
        <translation>Das Gerät wartet auf eine Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>Device and card are in step: %n change(s) were made.</source>
        <translation>
            <numerusform>Gerät und Karte sind abgeglichen: %n Änderung wurde ausgeführt.</numerusform>
            <numerusform>Gerät und Karte sind abgeglichen: %n Änderungen wurden ausgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 operations were refused, so nothing was changed.</source>
        <translation>%1 von %2 Operationen wurden abgelehnt, also wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Save ladder and screens as</source>
        <translation>Sequenzdiagramm und Bildschirme speichern unter</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>A file named .pdf, .svg or .png is expected</source>
        <translation>Eine Datei mit der Endung .pdf, .svg oder .png wird erwartet</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Open an emulated handset on the device side first, as the demo desk has one</source>
        <translation>Zuerst auf der Geräteseite ein emuliertes Gerät öffnen, etwa das der Demo</translation>
    </message>
    <message>
        <source>Open a card with the DM_SC application on the card side first, as the demo desk has one</source>
        <translation>Zuerst auf der Kartenseite eine Karte mit der DM_SC-Anwendung öffnen, etwa die der Demo</translation>
    </message>
    <message>
        <source>Apply the plan or clear it first: a flow changes the trees that it was made for</source>
        <translation>Zuerst den Plan anwenden oder leeren: ein Ablauf ändert die Bäume, für die er gemacht wurde</translation>
    </message>
    <message>
        <source>No flow was run yet</source>
        <translation>Noch lief kein Ablauf</translation>
    </message>
    <message>
        <source>No flow is running</source>
        <translation>Kein Ablauf läuft</translation>
    </message>
    <message>
        <source>The flow does not wait: set its speed to step by step</source>
        <translation>Der Ablauf wartet nicht: dazu das Tempo auf schrittweise stellen</translation>
    </message>
    <message>
        <source>The flow is still running</source>
        <translation>Der Ablauf läuft noch</translation>
    </message>
    <message>
        <source>What followed from it is on %1, which is not open</source>
        <translation>Was daraus folgte, ist auf %1, das nicht geöffnet ist</translation>
    </message>
    <message>
        <source>Folder for card.xml and device.xml</source>
        <translation>Ordner für card.xml und device.xml</translation>
    </message>
    <message>
        <source>Save ladder and screens of &quot;%1&quot; as</source>
        <translation>Sequenzdiagramm und Bildschirme von „%1“ speichern als</translation>
    </message>
</context>
<context>
    <name>dmsc::SourcePicker</name>
    <message>
        <source>nothing open</source>
        <translation>nichts geöffnet</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>Gerät: %1</translation>
    </message>
    <message>
        <source>Card: %1</source>
        <translation>Karte: %1</translation>
    </message>
    <message>
        <source>Open something on this side</source>
        <translation>Auf dieser Seite etwas öffnen</translation>
    </message>
</context>
<context>
    <name>dmsc::StatusStrip</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel what runs</source>
        <translation>Laufenden Vorgang abbrechen</translation>
    </message>
    <message>
        <source>no card</source>
        <translation>keine Karte</translation>
    </message>
    <message>
        <source>no secure channel</source>
        <translation>kein sicherer Kanal</translation>
    </message>
    <message>
        <source>card %1</source>
        <translation>Karte %1</translation>
    </message>
    <message>
        <source>nothing to apply</source>
        <translation>nichts anzuwenden</translation>
    </message>
    <message>
        <source>%1 warnings and %2 errors; show the log</source>
        <translation>%1 Warnungen und %2 Fehler; Protokoll zeigen</translation>
    </message>
    <message>
        <source>Plug into PC/SC</source>
        <translation>In PC/SC stecken</translation>
    </message>
    <message>
        <source>waiting for the virtual reader</source>
        <translation>wartet auf den virtuellen Leser</translation>
    </message>
    <message>
        <source>the virtual reader is taken</source>
        <translation>der virtuelle Leser ist belegt</translation>
    </message>
    <message>
        <source>plugged into PC/SC</source>
        <translation>in PC/SC gesteckt</translation>
    </message>
    <message>
        <source>Press to pull the card</source>
        <translation>Zum Herausziehen drücken</translation>
    </message>
    <message>
        <source>%1, published test keys</source>
        <translation>%1, veröffentlichte Testschlüssel</translation>
    </message>
    <message>
        <source>The demo desk&apos;s keys are known to everybody: they protect nothing</source>
        <translation>Die Schlüssel der Demo kennt jeder: Sie schützen nichts</translation>
    </message>
    <message numerus="yes">
        <source>recording, %Ln row(s)</source>
        <translation>
            <numerusform>zeichnet auf, %Ln Zeile</numerusform>
            <numerusform>zeichnet auf, %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln operation(s) not applied</source>
        <translation>
            <numerusform>%Ln Operation nicht angewendet</numerusform>
            <numerusform>%Ln Operationen nicht angewendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dmsc::SyncPanel</name>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Synchronise</source>
        <translation>&amp;Synchronisieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Synchronise device and card</source>
        <translation>Gerät und Karte synchronisieren</translation>
    </message>
    <message>
        <source>What would be done on either side</source>
        <translation>Was auf den beiden Seiten geschähe</translation>
    </message>
    <message>
        <source>What decides conflicts</source>
        <translation>Was Konflikte entscheidet</translation>
    </message>
    <message>
        <source>What changed on %1 and %2 since their last synchronisation:</source>
        <translation>Was sich auf %1 und %2 seit der letzten Synchronisation geändert hat:</translation>
    </message>
    <message>
        <source>Both sides are the same already.</source>
        <translation>Beide Seiten sind bereits gleich.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) for the device,</source>
        <translation>
            <numerusform>%n Änderung für das Gerät,</numerusform>
            <numerusform>%n Änderungen für das Gerät,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) for the card,</source>
        <translation>
            <numerusform>%n Änderung für die Karte,</numerusform>
            <numerusform>%n Änderungen für die Karte,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) between them.</source>
        <translation>
            <numerusform>%n Konflikt dazwischen.</numerusform>
            <numerusform>%n Konflikte dazwischen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were made alike on both sides.</source>
        <translation>
            <numerusform>%n Änderung wurde auf beiden Seiten gleich gemacht.</numerusform>
            <numerusform>%n Änderungen wurden auf beiden Seiten gleich gemacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Device: %1 operations, card: %2 operations</source>
        <translation>Gerät: %1 Operationen, Karte: %2 Operationen</translation>
    </message>
    <message>
        <source>%1, without what is open</source>
        <translation>%1, ohne das Offene</translation>
    </message>
    <message>
        <source>Both sides are being looked at</source>
        <translation>Beide Seiten werden geprüft</translation>
    </message>
    <message>
        <source>It is done; look again to see what is new</source>
        <translation>Erledigt; erneut prüfen, um Neues zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) are still open: decide them first</source>
        <translation>
            <numerusform>%n Konflikt ist noch offen: zuerst entscheiden</numerusform>
            <numerusform>%n Konflikte sind noch offen: zuerst entscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to do</source>
        <translation>Es gibt nichts zu tun</translation>
    </message>
    <message>
        <source>One change on both sides: all of it or nothing</source>
        <translation>Eine Änderung auf beiden Seiten: alles oder nichts</translation>
    </message>
    <message>
        <source>Sa&amp;ve as SyncML...</source>
        <translation>Als SyncML s&amp;peichern...</translation>
    </message>
    <message>
        <source>One Atomic for either side, for others to carry out</source>
        <translation>Ein Atomic für jede Seite, das andere ausführen können</translation>
    </message>
    <message>
        <source>Nothing was carried out; what would be done is in %1</source>
        <translation>Ausgeführt wurde nichts; was zu tun wäre, steht in %1</translation>
    </message>
    <message>
        <source>%1 and %2 meet for the first time, or one was made anew or set back: what only one has is given to the other, and nothing is deleted.</source>
        <translation>%1 und %2 treffen sich zum ersten Mal, oder eine Seite wurde neu angelegt oder zurückgesetzt: was nur eine Seite hat, erhält die andere, und nichts wird gelöscht.</translation>
    </message>
</context>
<context>
    <name>dmsc::TextEditor</name>
    <message>
        <source>Several lines</source>
        <translation>Mehrere Zeilen</translation>
    </message>
    <message>
        <source>Value, %1</source>
        <translation>Wert, %1</translation>
    </message>
    <message>
        <source>Value of several lines, %1</source>
        <translation>Wert mit mehreren Zeilen, %1</translation>
    </message>
</context>
<context>
    <name>dmsc::Tour</name>
    <message>
        <source>The folder cannot be made: %1</source>
        <translation>Der Ordner kann nicht angelegt werden: %1</translation>
    </message>
    <message>
        <source>The picture cannot be written: %1</source>
        <translation>Das Bild kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The tour is stuck at %1</source>
        <translation>Die Tour kommt bei %1 nicht weiter</translation>
    </message>
</context>
<context>
    <name>dmsc::TriesList</name>
    <message>
        <source>Handshakes that may still fail before the keys are blocked</source>
        <translation>Handshakes, die noch fehlschlagen dürfen, ehe die Schlüssel gesperrt werden</translation>
    </message>
    <message>
        <source>%1, key version %2: blocked</source>
        <comment>entity</comment>
        <translation>%1, Schlüsselversion %2: gesperrt</translation>
    </message>
    <message>
        <source>%1, key version %2: %3 of %4 tries left</source>
        <comment>entity</comment>
        <translation>%1, Schlüsselversion %2: noch %3 von %4 Versuchen</translation>
    </message>
    <message>
        <source>Reset tries</source>
        <translation>Versuche zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the tries of %1, key version %2</source>
        <comment>entity</comment>
        <translation>Versuche von %1, Schlüsselversion %2, zurücksetzen</translation>
    </message>
</context>
<context>
    <name>dmsc::ValuePane</name>
    <message>
        <source>&amp;Reveal secrets</source>
        <translation>Geheimes &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Export test vector...</source>
        <translation>&amp;Testvektor exportieren...</translation>
    </message>
    <message>
        <source>Values of the handshake</source>
        <translation>Werte des Handshakes</translation>
    </message>
    <message>
        <source>Columns of the handshake&apos;s values</source>
        <translation>Spalten der Werte des Handshakes</translation>
    </message>
    <message>
        <source>Write every value of this run to a file, the session keys among them</source>
        <translation>Alle Werte dieses Laufs in eine Datei schreiben, auch die Sitzungsschlüssel</translation>
    </message>
    <message>
        <source>&amp;Hide secrets</source>
        <translation>Geheimes &amp;verbergen</translation>
    </message>
    <message>
        <source>Session keys: who sees them can read and forge this session</source>
        <translation>Sitzungsschlüssel: Wer sie sieht, kann diese Sitzung lesen und fälschen</translation>
    </message>
    <message>
        <source>There are no secret values yet</source>
        <translation>Es gibt noch keine geheimen Werte</translation>
    </message>
    <message>
        <source>Select a value that is not hidden</source>
        <translation>Wählen Sie einen Wert, der nicht verborgen ist</translation>
    </message>
</context>
<context>
    <name>dmsc::ValueView</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>%1 value as %2</source>
        <translation>%1: Wert als %2</translation>
    </message>
    <message>
        <source>Neither value is XML</source>
        <translation>Keiner der Werte ist XML</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>No such node on this side</source>
        <translation>Auf dieser Seite kein solcher Knoten</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Shows a key or password in the clear until another row is chosen</source>
        <translation>Zeigt einen Schlüssel oder ein Passwort offen, bis eine andere Zeile gewählt wird</translation>
    </message>
</context>
<context>
    <name>dmsc::WhoPage</name>
    <message>
        <source>Who talks to whom?</source>
        <translation>Wer spricht mit wem?</translation>
    </message>
    <message>
        <source>The card keeps a policy of its issuer: who may come in, how, and what for.</source>
        <translation>Die Karte hat Regeln ihres Herausgebers: wer eingelassen wird, wie und wozu.</translation>
    </message>
</context>
<context>
    <name>dmsc::WizardRail</name>
    <message>
        <source>Page %1 of %2: %3</source>
        <translation>Seite %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>dmsc::WritePreview</name>
    <message>
        <source>Bytes that will be written</source>
        <translation>Bytes, die geschrieben werden</translation>
    </message>
    <message numerus="yes">
        <source>%n write(s) to files of %1. Nothing was sent to the card yet.</source>
        <translation>
            <numerusform>%n Schreibvorgang in Dateien von %1. Der Karte wurde noch nichts gesendet.</numerusform>
            <numerusform>%n Schreibvorgänge in Dateien von %1. Der Karte wurde noch nichts gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>Write these bytes to the card</source>
        <translation>Diese Bytes auf die Karte schreiben</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreibvorgänge</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Empty: the content goes</source>
        <translation>Leer: der Inhalt verschwindet</translation>
    </message>
    <message>
        <source>Bytes before</source>
        <translation>Bytes vorher</translation>
    </message>
    <message>
        <source>Bytes after</source>
        <translation>Bytes nachher</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Kommandos</translation>
    </message>
    <message>
        <source>Commands that the card gets</source>
        <translation>Kommandos, die die Karte bekommt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>key, how it stands</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>content</source>
        <translation>Inhalt</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After; what differs is underlined</source>
        <translation>Nachher; Unterschiede sind unterstrichen</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n Kommando</numerusform>
            <numerusform>%n Kommandos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>planCopy</name>
    <message>
        <source>a leaf cannot be the root</source>
        <translation>ein Blatt kann nicht die Wurzel sein</translation>
    </message>
    <message>
        <source>a leaf has no children</source>
        <translation>ein Blatt hat keine Kinder</translation>
    </message>
</context>
</TS>
