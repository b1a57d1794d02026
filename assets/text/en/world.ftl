# Words of the room that touches the world, beyond what the command line says of it.

world-remember = Can't keep `{ $path }`, where ucplan remembers things between runs: { $reason }.
    .help = Check that you may write there, or name another folder in the environment variable UCPLAN_STATE.
