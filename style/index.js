// Made by the build from the sheets in this folder.
import '../lib/style/index.css';
