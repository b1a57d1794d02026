# Words of what makes the screen pleasant: copying, the mouse.

## Copying

action-copy = Copy what is at the cursor, through the terminal
    .short = copy
copy-sent = { $count ->
    [one] Sent 1 character to the terminal to copy.
   *[other] Sent { $count } characters to the terminal to copy.
}
    .help = Some terminals refuse that and don't tell: paste to be sure.
copy-sent-tmux = { $count ->
    [one] Sent 1 character through tmux to copy.
   *[other] Sent { $count } characters through tmux to copy.
}
    .help = It arrives if tmux has `set-clipboard on` or `allow-passthrough on`, and the terminal allows it: paste to be sure.
copy-sent-screen = { $count ->
    [one] Sent 1 character through screen to copy.
   *[other] Sent { $count } characters through screen to copy.
}
    .help = It arrives if the terminal around screen allows it: paste to be sure.
copy-nothing = There is nothing to copy here.
copy-console = The Linux console has no clipboard. Nothing was copied.
copy-too-long = { $length } bytes are too many: terminals take { $most } at most. Nothing was copied.
    .help = Copy the path of the file instead, or generate the files.

## The mouse

action-mouse = The mouse: for ucplan, or for selecting text in the terminal
mouse-on = The mouse is for ucplan: click to choose, again to do it, turn the wheel to scroll.
mouse-off = The mouse is the terminal's: select text as everywhere.
