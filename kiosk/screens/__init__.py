"""What people see: view models in Python, pages and controls in QML. QML knows only the view models."""
